import type { Row } from './rows.mjs';

export function startVerdictsOf(start: {
  rows: Row[];
}): { aim: string; holds: boolean; ratio: number | null; says: string }[];

/** The most bytes of script and module, from wasm/budget.json. */
export const kCodeBytes: number;
