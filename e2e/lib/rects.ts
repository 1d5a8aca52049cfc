import type { Page } from '@playwright/test';

/** Left, top, width and height in the document, wherever it is scrolled to. */
export type Rect = [number, number, number, number];

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

declare global {
  interface Window {
    /** Every place the pay button has had, as it changed; from `recordRects`. */
    rectsSeen?: string[];
    /** Layout shifts of this page; from `recordRects`. */
    shiftsSeen?: string[];
  }
}

/** Runs in a page before anything of its own: looks at the pay button in every frame and at every layout shift. */
export function recordRects(): void {
  const seen: string[] = [];
  const shifts: string[] = [];
  window.rectsSeen = seen;
  window.shiftsSeen = shifts;
  const look = () => {
    const button = document.querySelector('.pay-button');
    if (button) {
      const { left, top, width, height } = button.getBoundingClientRect();
      // What is less than a thousandth of a pixel is a sum of floats and no place.
      const place = [left + scrollX, top + scrollY, width, height].map((length) => Math.round(length * 1000) / 1000);
      const rect = JSON.stringify(place);
      if (seen.at(-1) !== rect) seen.push(rect);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, sources } = entry as LayoutShift;
      const moved = sources.map(({ node }) => (node instanceof Element ? node.tagName.toLowerCase() : 'text'));
      shifts.push(`${hadRecentInput ? 'pressed' : 'unasked'} ${value.toFixed(4)} ${moved.join(' ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** In a page: where the pay button is once the frame under way is drawn. */
export async function rectNow(): Promise<Rect> {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const button = document.querySelector('.pay-button');
  if (!button) throw new Error('there is no pay button');
  const { left, top, width, height } = button.getBoundingClientRect();
  const place = [left + scrollX, top + scrollY, width, height].map((length) => Math.round(length * 1000) / 1000);
  return place as Rect;
}

/** From the next load on, `rects` and `shifts` tell what moved. */
export async function watchRects(page: Page): Promise<void> {
  await page.addInitScript(recordRects);
}

/** Every place the pay button has had since the page loaded, each change once. */
export async function rects(page: Page): Promise<Rect[]> {
  await twoFrames(page);
  return (await page.evaluate(() => window.rectsSeen ?? [])).map((rect) => JSON.parse(rect) as Rect);
}

/**
 * What moved on the page: `unasked` or after it was `pressed`, the score, the elements; empty where nothing did or the
 * browser does not say.
 */
export async function shifts(page: Page): Promise<string[]> {
  await twoFrames(page);
  return page.evaluate(() => window.shiftsSeen ?? []);
}

/** Where the pay button is once the frame under way is drawn. */
export async function settledRect(page: Page): Promise<Rect> {
  await page.locator('.pay-button').waitFor();
  return page.evaluate(rectNow);
}

export async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
