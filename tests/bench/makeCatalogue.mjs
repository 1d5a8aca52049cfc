// Writes a shop's catalogue as a book: `node tests/bench/makeCatalogue.mjs 1000000 > build/catalogue.json`.
// Every product has one to three complements; every second product, and categories and tags, have offers.
// All offers have the same copy; with `--distinct` each has its own copy in English and German (honestCopy.mjs).
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { honestCopy } from './honestCopy.mjs';

const kCategories = 2_000;
const kTags = ['new', 'gift', 'outdoor', 'steel', 'oak', 'linen', 'refill', 'repair', 'travel', 'kitchen', 'garden'];
const kMaterials = ['Steel', 'Oak', 'Linen', 'Copper', 'Wool', 'Glass', 'Leather', 'Cork'];
const kThings = ['lamp', 'kettle', 'notebook', 'chisel', 'jacket', 'planter', 'satchel', 'press', 'rug', 'whisk'];
const kMostExperiments = 500; // a book may have 1,000
const kCategoryOffers = 200;

const id = (number) => `sku-${String(number).padStart(7, '0')}`;

/** A pseudo-random number below `below`, the same in every run for the same number and purpose. */
function draw(number, purpose, below) {
  let h = Math.imul(number ^ Math.imul(purpose, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) % below;
}

const thingOf = (i) => `${kMaterials[draw(i, 1, kMaterials.length)]} ${kThings[draw(i, 2, kThings.length)]}`;
const titleOf = (i) => `${thingOf(i)} No. ${i}`;
const priceOf = (i) => 2_000 + draw(i, 3, 300) * 100;
/** Popular tags are on many products, other tags on few. */
const tagsOf = (i) => [kTags[Math.min(draw(i, 4, 11), draw(i, 5, 11))], `season-${draw(i, 6, 400)}`];

function complementsOf(i, products) {
  const others = Array.from({ length: 1 + draw(i, 7, 3) }, (_, n) => draw(i, 8 + n, products));
  return [...new Set(others)].filter((other) => other !== i).map(id);
}

function productOf(i, products) {
  return {
    id: id(i),
    title: titleOf(i),
    description: `${titleOf(i)}: made to be used every day, mended when it breaks, and handed on. Ships in two days.`,
    price: priceOf(i),
    image: `/img/${id(i)}.avif`,
    imageAlt: titleOf(i),
    url: `/products/${id(i)}`,
    category: `category-${draw(i, 11, kCategories)}`,
    tags: tagsOf(i),
    stock: draw(i, 12, 500),
    complements: complementsOf(i, products),
  };
}

const sameCopy = () => ({
  en: {
    headline: 'Made for your {trigger}',
    benefit: 'It keeps what you bought as good as on the first day, and it takes a minute a month.',
    accept: 'Add it to the order',
  },
});

/** The offer for one product, at a fifth of its price. */
function offerOf(i, products, copyOf) {
  const [other] = complementsOf(i, products);
  return {
    id: `offer-${i}`,
    type: 'cross_sell',
    for: { products: [id(i)] },
    items: [{ product: other ?? id((i + 1) % products), quantity: 1 }],
    price: { kind: 'fixed', amount: priceOf(i) / 5 },
    placements: ['checkout', 'post_purchase', 'thank_you'],
    link: `/products/${other ?? id((i + 1) % products)}`,
    copy: copyOf(i),
    margin: 100 + draw(i, 13, 900),
  };
}

/** The offer for all products in a category or with a tag. */
function broadOffer(kind, name, item, copy) {
  return {
    id: `offer-${name}`,
    type: 'cross_sell',
    for: { [kind]: [name] },
    items: [{ product: id(item), quantity: 1 }],
    price: { kind: 'fixed', amount: 900 },
    placements: ['checkout'],
    copy,
  };
}

const experimentOf = (i) => ({
  id: `price-${i}`,
  offer: `offer-${i}`,
  variable: 'price',
  arms: [
    { id: 'control', weightBps: 5000 },
    { id: 'lower', weightBps: 5000, price: { kind: 'fixed', amount: priceOf(i) / 10 } },
  ],
});

/** The number of products in a catalogue with this many offers. */
export const productsFor = (offers) => 2 * (offers - kCategoryOffers - kTags.length);

/** The book with this many products as JSON, in parts. `distinct`: each offer has its own copy. */
export function* catalogue(products, { distinct = false } = {}) {
  const copyOf = distinct
    ? (number) => honestCopy(number, draw, number < products ? thingOf(number).toLowerCase() : '{trigger}')
    : sameCopy;
  const head = { version: 1, id: 'catalogue', merchant: 'bench', currency: 'GBP', locale: 'en' };
  yield `${JSON.stringify(head).slice(0, -1)},"products":[`;
  for (let i = 0; i < products; i += 1) yield `${i > 0 ? ',\n' : '\n'}${JSON.stringify(productOf(i, products))}`;
  yield '],"offers":[\n';
  const broad = [
    ...Array.from({ length: kCategoryOffers }, (_, i) =>
      broadOffer('categories', `category-${i}`, draw(i, 14, products), copyOf(products + i)),
    ),
    ...kTags.map((tag, i) => broadOffer('tags', tag, draw(i, 15, products), copyOf(products + kCategoryOffers + i))),
  ];
  yield broad.map((offer) => JSON.stringify(offer)).join(',\n');
  for (let i = 0; i < products; i += 2) yield `,\n${JSON.stringify(offerOf(i, products, copyOf))}`;
  const experiments = Array.from({ length: Math.min(kMostExperiments, products >> 1) }, (_, i) => experimentOf(2 * i));
  yield `],"experiments":${JSON.stringify(experiments)},"holdout":{"shareBps":500,"seed":"bench"}}\n`;
}

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { distinct: { type: 'boolean' } } });
  const products = Number(positionals[0]);
  if (!Number.isInteger(products) || products < 2)
    throw new Error('usage: makeCatalogue.mjs PRODUCTS [--distinct] (2 products or more)');
  let block = '';
  const flush = async () => {
    if (!process.stdout.write(block)) await once(process.stdout, 'drain');
    block = '';
  };
  for (const piece of catalogue(products, values)) {
    block += piece;
    if (block.length > 1 << 20) await flush();
  }
  await flush();
}
