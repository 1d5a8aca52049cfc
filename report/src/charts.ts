/** @file The three kinds of charts: intervals, lines over time, and bars. */
import { scaleLinear } from 'd3-scale';
import { area, line as path } from 'd3-shape';
import { dayFormat, formatOf } from './format.js';
import { across, type Canvas, label, line, svg } from './svg.js';
import { columnOf, type Data, seriesOf } from './table.js';

/** A drawing: what is in it, and its height in CSS pixels. */
export interface Drawing {
  parts: SVGElement[];
  height: number;
}

type Draw = (figure: HTMLElement, data: Data, canvas: Canvas) => Drawing;

const kInset = 8;
const kAxis = 26; // room for the labels of an axis

const isNumber = (value: number | undefined): value is number => value !== undefined;

/** The smallest and the largest of all drawn figures, of `also`, and of the ends of the figure's band. */
function extent(figure: HTMLElement, data: Data, also: number[] = []): [number, number] {
  const drawn = data.rows.flatMap((row) => row.values.filter((_, at) => data.columns[at]?.part));
  const all = [...drawn.filter(isNumber), ...bandOf(figure), ...also];
  return all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1];
}

/** The ends of the band behind the figures; none if there is no band. */
function bandOf(figure: HTMLElement): number[] {
  return (figure.dataset.band ?? '').split(' ').filter(Boolean).map(Number);
}

const ticksFor = (width: number) => Math.max(2, Math.min(6, Math.floor(width / 90)));

/** One row per arm: a dot with its interval, and a wider, paler one where the table has it. */
const intervals: Draw = (figure, data, canvas) => {
  const zero = figure.dataset.zero === 'true' ? [0] : [];
  const from = figure.dataset.unit === 'percent' && zero.length === 0 ? [0] : zero;
  const x = scaleLinear(extent(figure, data, from), across(canvas, kInset)).nice(ticksFor(canvas.width));
  const ticks = x.ticks(ticksFor(canvas.width));
  const format = formatOf(figure, ticks);
  const [series = ''] = seriesOf(data);
  const at = (part: string) => columnOf(data, series, part);
  const rowHeight = 46;
  const height = data.rows.length * rowHeight + kAxis;
  const bottom = height - kAxis;
  const parts: SVGElement[] = [];
  const [low, high] = bandOf(figure).map(x);
  if (low !== undefined && high !== undefined) {
    parts.push(svg('rect', 'band', { x: Math.min(low, high), y: 0, width: Math.abs(high - low), height: bottom }));
  }
  for (const tick of ticks) {
    parts.push(line('grid', x(tick), 0, x(tick), bottom));
    parts.push(label(canvas, 'tick', x(tick), height - 7, format(tick)));
  }
  if (zero.length > 0) parts.push(line('zero', x(0), 0, x(0), bottom));
  for (const [index, row] of data.rows.entries()) {
    const y = index * rowHeight + 30;
    const start = canvas.isRtl ? canvas.width - kInset : kInset;
    parts.push(svg('text', 'row-label', { x: start, y: y - 13, 'text-anchor': 'start' }, row.label));
    const span = (lowPart: string, highPart: string, kind: string) => {
      const [a, b] = [row.values[at(lowPart)], row.values[at(highPart)]];
      if (!isNumber(a) || !isNumber(b)) return;
      parts.push(line(kind, x(a), y, x(b), y));
      if (kind === 'interval') for (const end of [a, b]) parts.push(line('end', x(end), y - 6, x(end), y + 6));
    };
    span('wideLow', 'wideHigh', 'wide');
    span('low', 'high', 'interval');
    const value = row.values[at('value')];
    if (isNumber(value)) parts.push(svg('circle', 'dot', { cx: x(value), cy: y, r: 5.5 }));
  }
  return { parts, height };
};

/** One line per series over time, each with its band. */
const lines: Draw = (figure, data, canvas) => {
  const height = Math.round(Math.max(190, Math.min(300, canvas.width * 0.5)));
  const times = data.rows.map(({ at }) => at).filter(isNumber);
  const [first = 0, last = 1] = [times[0], times.at(-1)];
  const from = figure.dataset.zero === 'true' || figure.dataset.unit === 'percent' ? [0] : [];
  // The first weeks have few visitors and wide bands. They may leave the drawing, so that the later ones can be read.
  const later = { ...data, rows: data.rows.slice(Math.floor(data.rows.length / 3)) };
  const y = scaleLinear(extent(figure, later, from), [height - kAxis, 14])
    .nice(5)
    .clamp(true);
  const ticks = y.ticks(5);
  const format = formatOf(figure, ticks);
  const room = Math.max(...ticks.map((tick) => format(tick).length)) * 7.2 + 10;
  const [begin, end]: [number, number] = canvas.isRtl
    ? [canvas.width - room, kInset + 6]
    : [room, canvas.width - kInset - 6];
  // One week alone stands in the middle.
  const x = first === last ? () => (begin + end) / 2 : scaleLinear([first, last], [begin, end]);
  const parts: SVGElement[] = [];
  for (const tick of ticks) {
    parts.push(line(tick === 0 ? 'zero' : 'grid', begin, y(tick), end, y(tick)));
    const edge = canvas.isRtl ? canvas.width : 0;
    parts.push(svg('text', 'tick', { x: edge, y: y(tick) + 4, 'text-anchor': 'start' }, format(tick)));
  }
  const day = dayFormat();
  const step = Math.ceil(times.length / Math.max(1, Math.floor(Math.abs(end - begin) / 72)));
  for (const [index, time] of times.entries()) {
    // The last week always has its label, so the one before it gives way.
    const isLast = index === times.length - 1;
    if ((index % step === 0 && index + step <= times.length - 1) || isLast) {
      parts.push(label(canvas, 'tick', x(time), height - 7, day(time)));
    }
  }
  for (const [index, series] of seriesOf(data).entries()) {
    const pick = (part: string) => columnOf(data, series, part);
    const points = data.rows.map((row) => ({
      x: x(row.at ?? first),
      value: row.values[pick('value')],
      low: row.values[pick('low')],
      high: row.values[pick('high')],
    }));
    const band = area<(typeof points)[number]>()
      .defined(({ low, high }) => isNumber(low) && isNumber(high))
      .x((point) => point.x)
      .y0(({ low = 0 }) => y(low))
      .y1(({ high = 0 }) => y(high));
    parts.push(svg('path', `area s${index}`, { d: band(points) ?? '' }));
    const curve = path<(typeof points)[number]>()
      .defined(({ value }) => isNumber(value))
      .x((point) => point.x)
      .y(({ value = 0 }) => y(value));
    parts.push(svg('path', `line s${index}`, { d: curve(points) ?? '' }));
    for (const point of points) {
      if (!isNumber(point.value)) continue;
      parts.push(svg('circle', `point s${index}`, { cx: point.x, cy: y(point.value), r: 3 }));
    }
  }
  return { parts, height };
};

/** One group of bars per row, one bar per series; bars begin at 0. */
const bars: Draw = (figure, data, canvas) => {
  const format = formatOf(figure);
  const series = seriesOf(data);
  const x = scaleLinear(extent(figure, data, [0]), across(canvas, kInset));
  const barHeight = 9;
  const rowHeight = 26 + series.length * (barHeight + 3);
  const parts: SVGElement[] = [];
  for (const [index, row] of data.rows.entries()) {
    const top = index * rowHeight;
    const start = canvas.isRtl ? canvas.width - kInset : kInset;
    const stop = canvas.isRtl ? kInset : canvas.width - kInset;
    const values = series.map((name) => row.values[columnOf(data, name, 'value')]);
    parts.push(svg('text', 'row-label', { x: start, y: top + 16, 'text-anchor': 'start' }, row.label));
    const texts = values.map((value) => (isNumber(value) ? format(value) : '–')).join('  ·  ');
    parts.push(svg('text', 'tick', { x: stop, y: top + 16, 'text-anchor': 'end' }, texts));
    for (const [order, value] of values.entries()) {
      const y = top + 22 + order * (barHeight + 3);
      parts.push(line('track', start, y + barHeight / 2, stop, y + barHeight / 2));
      if (!isNumber(value)) continue;
      const [a, b] = [x(0), x(value)];
      parts.push(
        svg('rect', `bar s${order}`, { x: Math.min(a, b), y, width: Math.abs(b - a), height: barHeight, rx: 2 }),
      );
    }
  }
  return { parts, height: data.rows.length * rowHeight + 4 };
};

export const kCharts: Record<string, Draw> = { intervals, lines, bars };
