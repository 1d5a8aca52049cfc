import { readFileSync } from 'node:fs';
import { kDemoBook } from './places.js';

export interface Copy {
  headline: string;
  benefit: string;
  accept: string;
  terms?: string;
}

/** As much of the Book's shape as the tests change; docs/formats.md has all of it. */
export interface Book {
  currency: string;
  locale: string;
  policy: {
    priceBand: { minBps: number; maxBps: number };
    deadlineMs: number;
    undoSeconds: number;
    windowSeconds: number;
  };
  products: {
    id: string;
    title: string;
    price: number;
    description?: string;
    image?: string;
    imageAlt?: string;
    stock?: number;
    complements?: string[];
    [more: string]: unknown;
  }[];
  offers: {
    id: string;
    for: { products: string[] };
    items: { product: string; quantity: number }[];
    price: { kind: string; amount?: number };
    placements: string[];
    copy: Record<string, Copy>;
    [more: string]: unknown;
  }[];
  experiments: unknown[];
  [more: string]: unknown;
}

/** A cold browser on a loaded machine may need seconds; the deadline has tests of its own. */
const kPatience = 10_000; // ms, the longest that a book allows

/** The demo's book, changed, with time enough to decide. */
export function demoBook(change: (book: Book) => void = () => undefined): Book {
  const book = JSON.parse(readFileSync(kDemoBook, 'utf8')) as Book;
  book.policy.deadlineMs = kPatience;
  change(book);
  return book;
}

/** A product or an offer of a book, by id. */
export function entry<T extends { id: string }>(entries: T[], id: string): T {
  const found = entries.find((each) => each.id === id);
  if (!found) throw new Error(`the book has no ${id}`);
  return found;
}
