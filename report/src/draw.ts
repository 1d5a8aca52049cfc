/** @file Draws each figure of the report from its table, and again when its room changes. */
import { kCharts } from './charts.js';
import { svg } from './svg.js';
import { type Data, readTable, seriesOf } from './table.js';

/** The names of the series, where there is more than one. */
function legend(data: Data): HTMLElement | undefined {
  const series = seriesOf(data);
  if (series.length < 2) return undefined;
  const list = document.createElement('ul');
  list.className = 'legend';
  list.setAttribute('aria-hidden', 'true'); // the table names them
  for (const [index, name] of series.entries()) {
    const item = document.createElement('li');
    item.className = `s${index}`;
    item.textContent = name;
    list.append(item);
  }
  return list;
}

/** Draws a figure into its `.plot`. A figure without a table or of an unknown kind keeps its table alone. */
export function draw(figure: HTMLElement): void {
  const plot = figure.querySelector<HTMLElement>('.plot');
  const table = figure.querySelector('table');
  const chart = kCharts[figure.dataset.chart ?? ''];
  if (!plot || !table || !chart) return;
  const width = plot.clientWidth;
  if (width === 0) return;
  const data = readTable(table);
  if (data.rows.length === 0) return;
  const isRtl = getComputedStyle(figure).direction === 'rtl';
  const { parts, height } = chart(figure, data, { width, isRtl });
  const drawing = svg('svg', 'drawing', {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-label': figure.querySelector('.sentence')?.textContent ?? '',
  });
  drawing.append(...parts);
  const names = legend(data);
  plot.replaceChildren(drawing, ...(names ? [names] : []));
}

/** The width that each plot was last drawn for. */
const widths = new WeakMap<Element, number>();

function drawNow(plot: HTMLElement): void {
  const figure = plot.closest<HTMLElement>('.chart');
  if (!figure) return;
  widths.set(plot, plot.clientWidth);
  draw(figure);
}

/** Draws in the next frame: drawing changes the height, which an observer must not do while it reports. */
const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (!(target instanceof HTMLElement) || widths.get(target) === target.clientWidth) continue;
    requestAnimationFrame(() => drawNow(target));
  }
});

/** Draws all figures below `root` now and whenever the width of one changes. */
export function drawAll(root: ParentNode): void {
  for (const plot of root.querySelectorAll<HTMLElement>('.chart .plot')) {
    drawNow(plot);
    resized.observe(plot); // again for a plot that is observed already changes nothing
  }
}
