/** @file The demo’s book, changed for tests. */
import { readFileSync } from 'node:fs';
import { kDemoBook } from './paths.js';

export interface Copy {
  headline: string;
  benefit: string;
  accept: string;
  terms?: string;
}

/** The parts of a book that tests change; docs/formats.md describes all. */
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

/** A browser just started on a busy machine may need seconds; the deadline has its own tests. */
const kDeadlineMs = 10_000; // the maximum in a book

/** The demo's book with changes, and with a long deadline. */
export function demoBook(change: (book: Book) => void = () => undefined): Book {
  const book = JSON.parse(readFileSync(kDemoBook, 'utf8')) as Book;
  book.policy.deadlineMs = kDeadlineMs;
  change(book);
  return book;
}

/** A product or an offer of a book, by id. */
export function entry<T extends { id: string }>(entries: T[], id: string): T {
  const found = entries.find((each) => each.id === id);
  if (!found) throw new Error(`the book does not contain ${id}`);
  return found;
}
