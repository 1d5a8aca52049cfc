/** @file What a chart shows, read from the table beside it, so that chart and table cannot differ. */

/** One row of a table: its label, its place on a time axis if it has one, and its figures by column. */
export interface Row {
  label: string;
  at: number | undefined; // ms since 1970
  values: (number | undefined)[];
}

/** A column: which series it belongs to, and which part of the series it is. */
export interface Column {
  name: string;
  series: string;
  part: string; // value, low, high, wideLow or wideHigh; empty: only in the table
}

export interface Data {
  columns: Column[];
  rows: Row[];
}

function numberIn(cell: Element | undefined): number | undefined {
  const text = cell?.getAttribute('data-value');
  return text ? Number(text) : undefined;
}

export function readTable(table: HTMLTableElement): Data {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1);
  const columns = heads.map((head) => ({
    name: head.textContent ?? '',
    series: head.dataset.series ?? '',
    part: head.dataset.part ?? '',
  }));
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) => {
    const [head, ...cells] = [...row.cells];
    return { label: head?.textContent ?? '', at: numberIn(head), values: cells.map(numberIn) };
  });
  return { columns, rows };
}

/** The index of the column of a series and part; -1 if there is none. */
export function columnOf(data: Data, series: string, part: string): number {
  return data.columns.findIndex((column) => column.series === series && column.part === part);
}

/** The names of the series, in the order of the columns. */
export function seriesOf(data: Data): string[] {
  return [...new Set(data.columns.filter(({ part }) => part !== '').map(({ series }) => series))];
}
