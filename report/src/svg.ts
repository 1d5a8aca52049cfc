/** @file The parts of a chart as SVG. Colours and fonts come from report.css, so charts follow dark mode and print. */

type Attributes = Record<string, string | number>;

/** An SVG element with a class, attributes and a text. */
export function svg(tag: string, kind: string, attributes: Attributes = {}, text = ''): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  if (kind) element.setAttribute('class', kind);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text) element.textContent = text;
  return element;
}

export function line(kind: string, x1: number, y1: number, x2: number, y2: number): SVGElement {
  return svg('line', kind, { x1, y1, x2, y2 });
}

/** Where a chart draws: its width in CSS pixels, and the side from which people read. */
export interface Canvas {
  width: number;
  isRtl: boolean;
}

/** The horizontal range of a chart: it begins where people begin to read. */
export function across({ width, isRtl }: Canvas, inset: number): [number, number] {
  return isRtl ? [width - inset, inset] : [inset, width - inset];
}

/** A text that stays inside the drawing: at the edges it is aligned to them. */
export function label(canvas: Canvas, kind: string, x: number, y: number, text: string): SVGElement {
  const half = text.length * 3.6; // half of the width, near enough, at the size of .tick in report.css
  const anchor = x < half ? 'left' : x > canvas.width - half ? 'right' : 'middle';
  const start = canvas.isRtl ? 'right' : 'left';
  const side = anchor === 'middle' ? anchor : anchor === start ? 'start' : 'end';
  const at = anchor === 'left' ? 0 : anchor === 'right' ? canvas.width : x;
  return svg('text', kind, { x: at, y, 'text-anchor': side }, text);
}
