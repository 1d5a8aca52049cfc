// Compares the results with our targets, each with its figures.

import { ratioOf } from './race.mjs';
import { time } from './table.mjs';

const best = (rows) => rows.reduce((a, b) => (b.medianNs < a.medianNs ? b : a));
const count = (number) => number.toLocaleString('en-GB');

function fastest(rows) {
  const verdicts = [];
  for (const ours of rows.filter(({ role }) => role === 'ours')) {
    const same = ({ host, offers, conditions }) =>
      host === ours.host && offers === ours.offers && conditions === ours.conditions;
    const rivals = rows.filter((row) => row.role === 'rival' && row.medianNs && same(row));
    if (rivals.length === 0) continue;
    const rival = best(rivals);
    const ratio = ratioOf(rival, ours);
    verdicts.push({
      aim: `fastest of the engines in ${ours.host} at ${count(ours.offers)} offers, ${ours.conditions ? 'with' : 'without'} conditions`,
      holds: ratio > 1,
      ratio,
      says: `${time(ours.medianNs)}; the next is ${rival.engine} (${rival.form}) with ${time(rival.medianNs)}, ${ratio.toFixed(2)} times ours`,
    });
  }
  return verdicts;
}

/** Compares two rows of Aftermint at different sizes, from one race. */
function flat(rows, { of, to, limit, only }) {
  const verdicts = [];
  for (const large of rows.filter(({ offers, host }) => offers === of && (!only || host === only))) {
    const small = rows.find(
      (row) => row.host === large.host && row.conditions === large.conditions && row.offers === to,
    );
    if (!small) continue;
    const ratio = ratioOf(large, small);
    verdicts.push({
      aim: `flat in ${large.host}, ${large.conditions ? 'with' : 'without'} conditions: ${count(of)} offers within ${limit} times ${count(to)}`,
      holds: ratio <= limit,
      ratio,
      says: `${time(large.medianNs)} against ${time(small.medianNs)}, ${ratio.toFixed(2)} times`,
    });
  }
  return verdicts;
}

function underLimit(rows) {
  return rows
    .filter(({ role, host, offers }) => role === 'ours' && host === 'Chromium' && offers === 20)
    .map(({ medianNs, conditions }) => ({
      aim: `one decision in Chromium at 20 offers, ${conditions ? 'with' : 'without'} conditions, under 12 µs`,
      holds: medianNs < 12_000,
      ratio: medianNs / 12_000,
      says: time(medianNs),
    }));
}

/** The first check counts, because a person waits for it. */
function checkedInASecond(rows) {
  return rows
    .filter(({ offers }) => offers === 10_000)
    .map(({ offers, texts, firstNs, readNs }) => ({
      aim: `a book of ${count(offers)} offers, each with its own copy, checked in under a second`,
      holds: firstNs < 1e9,
      ratio: firstNs / 1e9,
      says: `${time(firstNs)} for ${count(texts)} texts, and ${time(readNs)} to read the book`,
    }));
}

/** @returns {{ aim: string, holds: boolean, ratio: number, says: string }[]} */
export const verdictsOf = ({ rows, flatRows, checkRows }) => [
  ...underLimit(rows),
  ...fastest(rows),
  ...flat(flatRows, { of: 100_000, to: 1_000, limit: 2 }),
  ...flat(flatRows, { of: 1_000, to: 20, limit: 1.5, only: 'Chromium' }),
  ...flat(flatRows, { of: 100_000, to: 20, limit: 1.5, only: 'Chromium' }),
  ...checkedInASecond(checkRows),
];
