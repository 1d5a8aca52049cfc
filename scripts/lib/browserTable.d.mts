export interface Run {
  name: string;
  version: string;
  date: string;
  passed: number;
  failed: number;
  skipped: number;
  skips: { name: string; why: string }[];
}
export function ofPlaywright(report: object): Run[];
export function ofNodeTest(report: object): Run;
export function makeRows(runs: Run[]): string;
export function makeTable(runs: Run[], onceOnly: Record<string, string>): string;
export function setTable(text: string, table: string): string;
