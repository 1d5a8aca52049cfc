export interface Spread {
  median: number;
  min: number;
  max: number;
}

export type Figure =
  | 'startMs'
  | 'scriptMs'
  | 'taskMs'
  | 'longTasks'
  | 'blockingMs'
  | 'wallLongTasks'
  | 'wallLongMs'
  | 'heapBytes'
  | 'wasmBytes';

export type Visit = Record<Figure | 'codeBytes' | 'dataBytes', number>;

export type Row = Record<Figure, Spread> & {
  profile: string;
  lane: string;
  role: string;
  preload: boolean;
  codeBytes: number;
  dataBytes: number;
};

export const figures: Figure[];
export function rowsOf(
  profile: { key: string },
  entrants: { lane: { name: string; role: string }; preload: boolean; visits: Visit[] }[],
): Row[];
export function timesOurs(row: Row, ours: Row, figure: Figure): number | null;
