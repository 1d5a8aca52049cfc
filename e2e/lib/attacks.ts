/** @file Published attack strings, a book made of them, and checks of how an element renders them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, instead } from './changeAnswers.js';
import { demoBook } from './book.js';
import { kData } from './paths.js';

const kSample = 150;
/** The limit of a bump's label, the shortest text in a book. */
const kMaxText = 80;

/** Published attack strings, the same number from each file; none if the data is missing. */
function payloads(): string[] {
  const folder = join(kData, 'xss');
  if (!existsSync(folder)) return [];
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .map((line) => line.trim())
    .filter((line) => /[<"'&]/.test(line) && line.length <= kMaxText);
  const unique = [...new Set(lines)];
  const step = unique.length / kSample;
  return unique.length <= kSample
    ? unique
    : Array.from({ length: kSample }, (_, at) => unique[Math.floor(at * step)] ?? '');
}

export const attacks = payloads();
/** Why there are no attacks. */
export const kNoAttacks = `${join(kData, 'xss')} is missing: set AFTERMINT_DATA to the folder with the data`;

/** A book with one product and one offer per attack; every text of the offer contains the attack. */
export const hostileBook = JSON.stringify(
  demoBook((book) => {
    const plain = { kind: 'durable', category: 'knives', seller: 'larder-and-steel' };
    book.experiments = [];
    book.products = attacks.flatMap((text, at) => [
      { ...plain, id: `bought-${at}`, title: text, price: 10000, complements: [`item-${at}`] },
      { ...plain, id: `item-${at}`, title: text, price: 2000, image: '/assets/sharpener.svg', imageAlt: text },
    ]);
    book.offers = attacks.map((text, at) => ({
      id: `offer-${at}`,
      type: 'cross_sell',
      for: { products: [`bought-${at}`] },
      items: [{ product: `item-${at}`, quantity: 1 }],
      price: { kind: 'list' },
      placements: ['checkout', 'post_purchase'],
      copy: { en: { headline: text, benefit: text, accept: text } },
    }));
  }),
);

export interface Rendered {
  headline: string;
  benefit: string;
  alt: string;
  tags: string[];
  handlers: string[];
}

/** Runs in a page: sets one order after another, and returns what the element renders for each. */
export async function renderAll({ tag, total }: { tag: string; total: number }): Promise<Rendered[]> {
  const element = document.querySelector<HTMLElement>(tag);
  if (!element) throw new Error(`the page has no ${tag}`);
  const host = element as HTMLElement & { order: unknown };
  const rendered: Rendered[] = [];
  for (let at = 0; at < total; at++) {
    const shown = new Promise<void>((done, fail) => {
      const settle = (event: Event) => {
        host.removeEventListener('aftermint-shown', settle);
        host.removeEventListener('aftermint-empty', settle);
        const { reason } = (event as CustomEvent<{ reason?: string }>).detail;
        if (event.type === 'aftermint-shown') done();
        else fail(new Error(`attack ${at} is not shown: ${reason}`));
      };
      host.addEventListener('aftermint-shown', settle);
      host.addEventListener('aftermint-empty', settle);
    });
    host.order = {
      id: `order-${at}`,
      status: host.localName === 'aftermint-bump' ? 'open' : 'paid',
      currency: 'GBP',
      total: 10000,
      paidAt: new Date().toISOString(),
      lines: [{ product: `bought-${at}`, quantity: 1, price: 10000 }],
    };
    await shown;
    const root = host.shadowRoot as ShadowRoot;
    const all = [...root.querySelectorAll('section, section *')];
    rendered.push({
      headline: root.querySelector('[part~=headline]')?.textContent ?? '',
      benefit: root.querySelector('[part~=benefit]')?.textContent ?? '',
      alt: root.querySelector('img')?.alt ?? '',
      tags: all.map(({ localName }) => localName),
      handlers: all
        .flatMap((each) => [...each.attributes])
        .filter(({ name, value }) => /^on|^style$|^srcdoc$/.test(name) || /^\s*javascript:/i.test(value))
        .map(({ name, value }) => `${name}=${value}`),
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

/** Answers for a page that renders every attack, with a policy that allows inline scripts. */
export const hostileAnswers = (page: RegExp) => [
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
  { path: /\/book\.json$/, change: instead(200, hostileBook, { 'content-type': 'application/json' }) },
  {
    path: /\/shop\.css$/,
    change: (answer: Answer) => ({
      ...answer,
      body: Buffer.from(`${answer.body}aftermint-bump { min-block-size: 60rem !important }`),
    }),
  },
];

const kAllowed = 'section div h2 p span label input button a img s small'.split(' ');

/** Returns faults: each text must be the same as in the book, and the elements the same for all texts. */
export function faultsOf(rendered: Rendered[]): string[] {
  const found = rendered.flatMap(({ headline, benefit, alt, tags, handlers }, at) => [
    ...tags.filter((tag) => !kAllowed.includes(tag)).map((tag) => `${at}: <${tag}>`),
    ...handlers.map((handler) => `${at}: ${handler}`),
    ...Object.entries({ headline, benefit, alt })
      .filter(([, text]) => text !== attacks[at])
      .map(([part, text]) => `${at}: ${part} is ${text} and not ${attacks[at]}`),
  ]);
  if (rendered.length !== attacks.length) found.push(`${rendered.length} rendered of ${attacks.length}`);
  if (new Set(rendered.map(({ tags }) => tags.join(' '))).size !== 1)
    found.push('different texts lead to different elements');
  return found;
}
