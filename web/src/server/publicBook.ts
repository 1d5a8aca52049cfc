/** @file The book as pages load it. */
import type { Engine } from '../node.js';
import type { BookData } from './bookLines.js';
import { sha256Hex } from './text.js';

/**
 * Makes the book as pages load it: without brand and notes of reviewers, and with a list of offers that must not be made,
 * which are those with a finding of severity error and those that are stopped. The result gives its JSON text.
 */
export function publicBook(book: BookData, engine: Pick<Engine, 'check'>): (stopped: Iterable<string>) => string {
  const { brand: _, checked, ...rest } = book;
  const offers = (book.offers ?? []).map(({ reviewed: _reviewed, ...offer }) => offer);
  const faulty = new Set(checked?.refused ?? []);
  for (const { severity, pointer } of engine.check()) {
    const index = /^\/offers\/(\d+)/.exec(pointer)?.[1];
    const offer = index === undefined ? undefined : offers[Number(index)];
    if (severity === 'error' && offer) faulty.add(offer.id);
  }
  const shown = { ...rest, offers };
  const digest = checked?.digest ?? sha256Hex(JSON.stringify(shown));
  const make = (refused: string[]): string =>
    JSON.stringify(refused.length === 0 && !checked ? shown : { ...shown, checked: { digest, refused } });

  let last = { ids: '[]', text: make([...faulty]) };
  return (stopped) => {
    const wanted = new Set(stopped);
    const added = offers.map(({ id }) => id).filter((id) => wanted.has(id) && !faulty.has(id));
    const ids = JSON.stringify(added);
    if (last.ids !== ids) last = { ids, text: make([...faulty, ...added]) };
    return last.text;
  };
}
