/** @file The shipped style sheet reserves room for every bump that `check` accepts, and only as much as a row needs. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { type Book, demoBook, entry } from './lib/book.js';
import { at, kProgram } from './lib/paths.js';

const kSheet = readFileSync(at('widget/src/aftermint.css'), 'utf8');
/** The narrowest column of each height in the sheet, and the columns of the issue: a phone, a sidebar, a form. */
const kColumns = [256, 320, 328, 384, 480, 704];
/** A program that the tests build; it writes the lines that `check` estimates. */
const kGolden = join(dirname(kProgram), 'aftermint_golden');

interface Box {
  /** Height of the element, of what is drawn in it, and the part of it that no row fills; null: nothing is drawn. */
  room: number;
  drawn: number | null;
  gap: number;
  payAt: number;
  reason: string;
}

interface Host {
  book: Book;
  lang: string;
  /** CSS of the page. */
  css?: string;
}

/** Opens a merchant's page with a column, the shipped sheet and a pay button. */
async function openHost(page: Page, url: string, { book, lang, css = '' }: Host) {
  const body = `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
    <title>Checkout</title><link rel="icon" href="data:,">
    <style>${kSheet} body { margin: 0; font: 16px/1.5 sans-serif } ${css}</style>
    <script async src="/dist/aftermint.js" data-book="/book.json"></script></head>
    <body><form><aftermint-bump name="bump"></aftermint-bump><button class="pay-button">Pay</button></form></body></html>`;
  await page.route(`${url}/hosts/room`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.route(`${url}/book.json`, (route) => route.fulfill({ json: book }));
  await page.goto(`${url}/hosts/room`);
  await page.waitForFunction(() => customElements.get('aftermint-bump'));
}

/** Sets an order in a column of that width and measures what the page then shows. */
const measure = (page: Page, width: number, order: object): Promise<Box> =>
  page.evaluate(
    async ([columnWidth, given]) => {
      const bump = document.querySelector('aftermint-bump') as HTMLElement & { order: unknown };
      const form = bump.parentElement as HTMLElement;
      form.style.width = `${columnWidth}px`;
      const next = () =>
        new Promise<string>((done) => {
          for (const kind of ['shown', 'empty']) {
            bump.addEventListener(`aftermint-${kind}`, (event) => done((event as CustomEvent).detail.reason ?? ''), {
              once: true,
            });
          }
        });
      const shown = next();
      bump.order = { currency: 'GBP', lines: [] };
      await shown;
      const drawnNow = next();
      bump.order = given;
      const reason = await drawnNow;
      const section = bump.shadowRoot?.querySelector('section');
      const box = section?.getBoundingClientRect();
      const last = section?.querySelector('[part~=choice]')?.getBoundingClientRect();
      return {
        room: bump.getBoundingClientRect().height,
        drawn: box?.height ?? null,
        gap: box && last ? box.bottom - last.bottom : 0,
        payAt: document.querySelector('.pay-button')?.getBoundingClientRect().top ?? 0,
        reason,
      };
    },
    [width, order] as const,
  );

/** One order for each bump of a book. */
function ordersOf(book: Book): object[] {
  return book.offers
    .filter((offer) => offer.placements.includes('checkout'))
    .flatMap((offer) => offer.for.products)
    .map((product) => {
      const { price } = entry(book.products, product);
      return { currency: book.currency, lines: [{ product, quantity: 1, price }] };
    });
}

/** The findings of a rule in a book. */
async function findings(book: Book, code: string): Promise<{ pointer: string; message: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'aftermint-room-'));
  try {
    const path = join(folder, 'book.json');
    await writeFile(path, JSON.stringify(book));
    // A finding is exit code 1, so this does not use `aftermint` of lib/program, which must succeed.
    const { stdout } = spawnSync(kProgram, ['check', path, '--json'], { encoding: 'utf8', maxBuffer: 16 << 20 });
    const { findings: all } = JSON.parse(stdout) as { findings: { code: string; pointer: string; message: string }[] };
    return all.filter((finding) => finding.code === code);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Words that a benefit is made of, by language. */
const kWords = {
  en: 'carbon steel stains if it is put away damp and a drop of camellia oil after drying prevents that through winter',
  de: 'Kohlenstoffstahl bekommt Flecken wenn er feucht weggelegt wird und Messerschutzhüllen verhindern Beschädigungen',
  ar: 'يحمي الغطاء المبطّن باللباد حدّ السكين من الصدمات داخل الدرج ويحفظ الأصابع عند البحث بين الأدوات المختلفة',
};

/** The demo's book with one text for the bump of the knife set in a language. */
const bookWith = (lang: string, headline: string, benefit: string, accept: string) =>
  demoBook((book) => {
    const offer = entry(book.offers, 'guards-with-set');
    offer.copy[lang] = { headline, benefit, accept };
  });

/** The longest benefit of whole words that `check` accepts in a language, with a headline of two lines. */
async function longestBook(lang: keyof typeof kWords): Promise<Book> {
  const words = kWords[lang].split(' ');
  const textOf = (count: number) => Array.from({ length: count }, (_, index) => words[index % words.length]).join(' ');
  const headline = `${words.slice(0, 4).join(' ')} {trigger}`;
  const accept = words.slice(-3).join(' ');
  // One book with an offer for each length, so that one run of `check` judges all.
  const all = bookWith(lang, headline, textOf(1), accept);
  const offer = entry(all.offers, 'guards-with-set');
  all.experiments = [];
  all.offers = Array.from({ length: 60 }, (_, index) => ({
    ...offer,
    id: `words-${index}`,
    copy: { ...offer.copy, [lang]: { headline, benefit: textOf(index + 1), accept } },
  }));
  const tooLong = (await findings(all, 'bump_room'))
    .map(({ pointer }) => /^\/offers\/(\d+)\/copy\/(\w+)$/.exec(pointer) ?? [])
    .filter(([, , of]) => of === lang)
    .map(([, index]) => Number(index));
  const longest = Math.min(...tooLong); // the offer before it has that many words
  expect(longest, `a benefit of several words is accepted in ${lang}, and one of sixty is not`).toBeGreaterThan(8);
  expect(longest).toBeLessThan(60);
  return bookWith(lang, headline, textOf(longest), accept);
}

const kSetOrder = { currency: 'GBP', lines: [{ product: 'knife-set', quantity: 1, price: 12000 }] };

test('a bump is a compact row in the room of the shipped sheet', { tag: '@engine' }, async ({ page, shop }) => {
  const book = demoBook();
  for (const lang of ['en', 'de', 'fr']) {
    await openHost(page, shop.url, { book, lang });
    for (const width of kColumns) {
      const payAt = new Set<number>();
      for (const order of ordersOf(book)) {
        const box = await measure(page, width, order);
        const place = `${lang} ${width} px ${JSON.stringify(order)}`;
        expect(box.reason, place).toBe('');
        expect(box.drawn, place).toBeLessThanOrEqual(box.room);
        expect(box.gap, `${place}: nothing below the last row`).toBeLessThanOrEqual(3);
        if (width >= 480) expect(box.room, place).toBeLessThanOrEqual(140);
        if (width >= 320) expect(box.room, place).toBeLessThanOrEqual(200);
        payAt.add(box.payAt);
      }
      expect(payAt.size, `the pay button stands still in ${lang} at ${width} px`).toBe(1);
    }
  }
});

for (const [name, width, css] of [
  ['with html { font-size: 62.5% }', 480, 'html { font-size: 62.5% } body { font-size: 1.6rem }'],
  ['in a sidebar of 328 px on a desktop', 328, ''],
  ['in a small font', 420, 'form { font-size: 14px }'],
  ['in a large font', 640, 'form { font-size: 20px }'],
] as const) {
  test(`a bump is shown ${name}`, { tag: '@engine' }, async ({ page, shop }) => {
    await openHost(page, shop.url, { book: demoBook(), lang: 'en', css });
    const box = await measure(page, width, kSetOrder);
    expect(box.reason).toBe('');
    expect(box.drawn).toBeLessThanOrEqual(box.room);
  });
}

test('the longest copy that `check` accepts fits in every column, in en, de and ar', async ({ page, shop }) => {
  for (const lang of ['en', 'de', 'ar'] as const) {
    const book = await longestBook(lang);
    await openHost(page, shop.url, { book, lang });
    for (const width of kColumns) {
      const box = await measure(page, width, kSetOrder);
      expect(box.reason, `${lang} ${width} px ${JSON.stringify(book.offers[0]?.copy[lang])}`).toBe('');
    }
  }
});

test('`check` warns of copy that does not fit, and accepts that of the demo', async () => {
  expect(await findings(demoBook(), 'bump_room')).toEqual([]);
  const [finding] = await findings(bookWith('de', 'Klingenschutz', kWords.de.repeat(3), 'Dazu'), 'bump_room');
  expect(finding?.pointer).toBe('/offers/0/copy/de');
  expect(finding?.message).toMatch(/can need [0-9.]+ em \(headline 1 line, benefit \d+ lines, label 1 line\)/);
});

test('the estimate of lines is never fewer than the browser’s', async ({ page, shop }) => {
  await openHost(page, shop.url, { book: demoBook(), lang: 'en' });
  const texts = [
    ...demoBook().offers.flatMap(({ copy }) => Object.values(copy).flatMap((each) => [each.headline, each.benefit])),
    ...Object.values(kWords),
    ...Object.values(kWords).map((words) => `${words} ${words}`),
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    'オイルを一滴なじませるだけで、炭素鋼の刃をしみから守ります。ひと瓶でおよそ二年お使いいただけます。',
    'Двадцать сантиметров углеродистой стали, заточка держится неделями, рукоять из ясеня.',
  ];
  const asked = texts.flatMap((text) =>
    [180, 240, 330, 458, 610].flatMap((width) => [
      { text, width, bold: false },
      { text, width, bold: true },
    ]),
  );
  const measured = await page.evaluate((all) => {
    const place = document.body.appendChild(document.createElement('p'));
    Object.assign(place.style, { font: '16px/20px sans-serif', margin: '0', overflowWrap: 'anywhere' });
    return all.map(({ text, width, bold }) => {
      Object.assign(place.style, { width: `${width}px`, fontWeight: bold ? '600' : '400' });
      place.textContent = text;
      return Math.round(place.getBoundingClientRect().height / 20);
    });
  }, asked);
  const input = asked.map(({ text, width, bold }) => `${(width * 1000) / 16} ${bold ? 'bold' : 'regular'} ${text}\n`);
  const { stdout } = spawnSync(kGolden, ['lines'], { input: input.join(''), encoding: 'utf8' });
  const estimated = stdout.trim().split('\n').map(Number);
  expect(estimated).toHaveLength(asked.length);
  const tooFew = asked.filter((_, index) => (estimated[index] ?? 0) < (measured[index] ?? 0));
  expect(tooFew).toEqual([]);
  // It is also of use: not twice the lines that there are.
  const sum = (all: number[]) => all.reduce((total, lines) => total + lines, 0);
  expect(sum(estimated)).toBeLessThan(sum(measured) * 1.25);
});
