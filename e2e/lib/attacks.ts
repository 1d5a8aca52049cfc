/** @file Published attack strings, a book made of them, and checks of how an element renders them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, instead } from './changeAnswers.js';
import { type Book, type Copy, demoBook } from './book.js';
import { kData } from './paths.js';

const kFiles = ['xss/html5sec.txt', 'xss/payloadbox.txt', 'naughty-strings/blns.json'];
/** Why there are no attacks. */
export const kNoAttacks = `${join(kData, 'xss')} is missing: set AFTERMINT_DATA to the folder with the data`;

/** Every attack string that is published in the data, each once; none if the data is missing. */
function payloads(): string[] {
  if (kFiles.some((file) => !existsSync(join(kData, file)))) return [];
  const all = kFiles.flatMap((file) => {
    const text = readFileSync(join(kData, file), 'utf8');
    return file.endsWith('.json') ? (JSON.parse(text) as string[]) : text.split('\n').map((line) => line.trim());
  });
  return [...new Set(all)].filter((text) => text !== '');
}

export const attacks = payloads();

/** The texts of an offer and its product, with the longest that a book may have. */
const kLimits = {
  headline: 200,
  benefit: 1000,
  accept: 80,
  linkAccept: 80,
  incentive: 500,
  terms: 1000,
  title: 200,
  alt: 5000,
} as const;
type Field = keyof typeof kLimits;
const kFields = Object.keys(kLimits) as Field[];

/** The texts of one offer: another attack in each field. */
export type HostileTexts = Record<Field, string>;

/** The first characters of a text; no character is cut in half. */
const cut = (text: string, length: number) => [...text].slice(0, length).join('');

/**
 * Offers whose texts are attacks. With `turn` 0 every attack is in one field; with the turns from 0 to 7 every attack is
 * in every field.
 */
export function hostileTexts(turn = 0): HostileTexts[] {
  const { length } = kFields;
  return Array.from({ length: Math.ceil(attacks.length / length) }, (_, index) => {
    const texts = kFields.map((field, place) => {
      const attack = attacks[(index * length + ((place + turn) % length)) % attacks.length] as string;
      return [field, cut(attack, kLimits[field])];
    });
    return Object.fromEntries(texts) as HostileTexts;
  });
}

/** The number of turns in which every attack is in every field. AFTERMINT_ALL=1 takes all of them, a run takes the first. */
export const kTurns = process.env.AFTERMINT_ALL ? kFields.length : 1;

/**
 * A book with two offers for each entry: a product sold once, and a recurring one, whose offer has terms.
 *
 * @param harmless copy to use instead of the attacks.
 */
export const hostileBook = (all: readonly HostileTexts[], harmless?: Copy): Book =>
  demoBook((book) => {
    const plain = { kind: 'durable', category: 'knives', seller: 'larder-and-steel' };
    book.experiments = [];
    book.products = all.flatMap((texts, at) => {
      const item = { ...plain, title: texts.title, price: 2000, image: '/assets/sharpener.svg', imageAlt: texts.alt };
      return [
        { ...plain, id: `bought-${at}`, title: texts.title, price: 10000, complements: [`item-${at}`] },
        { ...plain, id: `again-${at}`, title: texts.title, price: 10000, complements: [`refill-${at}`] },
        { ...item, id: `item-${at}`, description: texts.alt },
        { ...item, id: `refill-${at}`, recurring: { interval: 'month', every: 2 } },
      ];
    });
    book.offers = all.flatMap(({ title: _title, alt: _alt, terms, ...copy }, at) => {
      const offer = { type: 'cross_sell', price: { kind: 'list' }, link: `/products/item-${at}` };
      return [
        {
          ...offer,
          id: `offer-${at}`,
          for: { products: [`bought-${at}`] },
          items: [{ product: `item-${at}`, quantity: 1 }],
          placements: ['checkout', 'product_page', 'post_purchase', 'thank_you'],
          copy: { en: harmless ?? copy },
        },
        {
          ...offer,
          id: `refill-${at}`,
          for: { products: [`again-${at}`] },
          items: [{ product: `refill-${at}`, quantity: 1 }],
          placements: ['post_purchase'],
          copy: {
            en: harmless ? { ...harmless, terms: '{price} today, then {price} every two months.' } : { ...copy, terms },
          },
        },
      ];
    });
  });

/** One way of rendering an offer: the element, the product that was bought, and the texts that are then on the screen. */
export interface Showing {
  tag: 'aftermint-bump' | 'aftermint-bundle' | 'aftermint-offer';
  /** The start of the ids of the bought products. */
  bought: 'bought' | 'again';
  /** The platform cannot charge again, so the offer is a link. */
  byLink?: true;
  /** Parts with the field that they show. */
  parts: Partial<Record<string, Field>>;
}

const kCommon = { headline: 'headline', benefit: 'benefit', image: 'alt' } as const;
export const kShowings: Showing[] = [
  { tag: 'aftermint-bump', bought: 'bought', parts: { ...kCommon, label: 'accept' } },
  { tag: 'aftermint-bundle', bought: 'bought', parts: { ...kCommon, item: 'title', accept: 'accept' } },
  { tag: 'aftermint-offer', bought: 'bought', parts: { ...kCommon, item: 'title' } },
  {
    tag: 'aftermint-offer',
    bought: 'bought',
    byLink: true,
    parts: { ...kCommon, item: 'title', incentive: 'incentive', accept: 'linkAccept' },
  },
  { tag: 'aftermint-offer', bought: 'again', parts: { ...kCommon, item: 'title', terms: 'terms' } },
];

export interface Rendered {
  /** The text of each part; of a picture its alternative text. */
  texts: Record<string, string>;
  tags: string;
  /** Attributes that run code or set styles. */
  handlers: string[];
  /** Parts that leave the element's box or make the page wider. */
  outside: string[];
  /** Why the offer is not shown. */
  empty?: string;
}

/** Runs in a page: sets one order or product after another, and returns what the element renders for each. */
export async function renderAll(given: { showing: Showing; total: number }): Promise<Rendered[]> {
  const { tag, bought, byLink, parts } = given.showing;
  const host = document.querySelector<HTMLElement & { order: unknown; product: unknown; oneClick: unknown }>(tag);
  if (!host) throw new Error(`the page has no ${tag}`);
  const rendered: Rendered[] = [];
  const isBundle = tag === 'aftermint-bundle';
  const width = document.documentElement.clientWidth;
  for (let at = 0; at < given.total; at++) {
    const empty = await new Promise<string>((done) => {
      const settle = (event: Event) => {
        for (const name of ['shown', 'empty']) host.removeEventListener(`aftermint-${name}`, settle);
        done((event as CustomEvent<{ reason?: string }>).detail.reason ?? '');
      };
      for (const name of ['shown', 'empty']) host.addEventListener(`aftermint-${name}`, settle);
      if (tag === 'aftermint-offer') host.oneClick = { allowed: !byLink, currency: 'GBP' };
      if (isBundle) host.product = `${bought}-${at}`;
      host.order = {
        id: `order-${at}`,
        status: tag === 'aftermint-offer' ? 'paid' : 'open',
        currency: 'GBP',
        total: 10000,
        paidAt: new Date().toISOString(),
        lines: isBundle ? [] : [{ product: `${bought}-${at}`, quantity: 1, price: 10000 }],
      };
    });
    if (empty) {
      rendered.push({ texts: {}, tags: '', handlers: [], outside: [], empty });
      continue;
    }
    const root = host.shadowRoot as ShadowRoot;
    const all = [...root.querySelectorAll<HTMLElement>('section, section *')];
    const box = host.getBoundingClientRect();
    const texts: Record<string, string> = {};
    for (const part of Object.keys(parts)) {
      const element = root.querySelector(`[part~=${part}]`);
      texts[part] = (element instanceof HTMLImageElement ? element.alt : element?.textContent) ?? '';
    }
    rendered.push({
      texts,
      tags: all.map(({ localName }) => localName).join(' '),
      handlers: all
        .flatMap((each) => [...each.attributes])
        .filter(({ name, value }) => /^on|^style$|^srcdoc$/.test(name) || /^\s*javascript:/i.test(value))
        .map(({ name, value }) => `${name}=${value}`),
      outside: [
        ...all
          .filter((each) => {
            const { left, right, top, bottom } = each.getBoundingClientRect();
            return left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1;
          })
          .map((each) => each.getAttribute('part') ?? each.localName),
        ...(document.documentElement.scrollWidth > width ? ['page'] : []),
      ],
    });
  }
  return rendered;
}

/** Runs in a page: whether its own inline scripts run. */
export function runsInline(): boolean {
  const script = document.createElement('script');
  script.textContent = "document.documentElement.dataset.ran = 'yes'";
  document.head.append(script);
  return document.documentElement.dataset.ran === 'yes';
}

/** Answers for a page that renders every attack: room for the longest, and a policy that allows inline scripts. */
export const hostileAnswers = (page: RegExp, all: readonly HostileTexts[]) => [
  {
    path: page,
    change: (answer: Answer) => ({
      ...answer,
      headers: {
        ...answer.headers,
        'content-security-policy': "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'",
      },
    }),
  },
  {
    path: /\/book\.json$/,
    change: instead(200, JSON.stringify(hostileBook(all)), { 'content-type': 'application/json' }),
  },
  {
    path: /\/shop\.css$/,
    change: (answer: Answer) => ({
      ...answer,
      body: Buffer.from(`${answer.body} aftermint-bump, aftermint-bundle { min-block-size: 120rem !important }`),
    }),
  },
];

const kAllowed = new Set('section div h2 p span label input button a img s small'.split(' '));

/** Returns what is wrong: each text must be the same as in the book, and the elements the same for all texts. */
export function faultsOf(rendered: Rendered[], { parts }: Showing, all: readonly HostileTexts[]): string[] {
  const found = rendered.flatMap(({ texts, tags, handlers, outside, empty }, at) => {
    if (empty) return [`${at}: not shown: ${empty}`];
    const wanted = all[at] as HostileTexts;
    return [
      ...tags.split(' ').flatMap((tag) => (kAllowed.has(tag) ? [] : [`${at}: <${tag}>`])),
      ...handlers.map((handler) => `${at}: ${handler}`),
      ...outside.map((part) => `${at}: ${part} leaves its box`),
      ...Object.entries(parts)
        .filter(([part, field]) => texts[part] !== wanted[field as Field])
        .map(([part, field]) => `${at}: ${part} is ${texts[part]} and not ${wanted[field as Field]}`),
    ];
  });
  if (rendered.length !== all.length) found.push(`${rendered.length} rendered of ${all.length}`);
  if (new Set(rendered.map(({ tags }) => tags)).size !== 1) found.push('different texts lead to different elements');
  return found;
}
