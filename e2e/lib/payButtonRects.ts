/** @file Records the positions of the pay button. */
import type { Page } from '@playwright/test';

/** Left, top, width and height in the document, independent of scrolling. */
export type Rect = [number, number, number, number];

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

declare global {
  interface Window {
    /** Every position of the pay button, each change once; from `recordRects`. */
    rectsSeen?: string[];
    /** Layout shifts of this page; from `recordRects`. */
    shiftsSeen?: string[];
  }
}

/** Runs in a page before its own scripts: records the pay button's position in every frame, and every layout shift. */
export function recordRects(): void {
  const seen: string[] = [];
  const shifts: string[] = [];
  window.rectsSeen = seen;
  window.shiftsSeen = shifts;
  const look = () => {
    const button = document.querySelector('.pay-button');
    if (button) {
      const { left, top, width, height } = button.getBoundingClientRect();
      // Less than a thousandth of a pixel is a rounding error.
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

/** Runs in a page: the position of the pay button after the current frame. */
export async function rectNow(): Promise<Rect> {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const button = document.querySelector('.pay-button');
  if (!button) throw new Error('the page has no pay button');
  const { left, top, width, height } = button.getBoundingClientRect();
  const place = [left + scrollX, top + scrollY, width, height].map((length) => Math.round(length * 1000) / 1000);
  return place as Rect;
}

/** Starts recording for `rects` and `shifts` with the next page load. */
export async function watchRects(page: Page): Promise<void> {
  await page.addInitScript(recordRects);
}

/** Every position of the pay button since the page loaded, each change once. */
export async function rects(page: Page): Promise<Rect[]> {
  await twoFrames(page);
  return (await page.evaluate(() => window.rectsSeen ?? [])).map((rect) => JSON.parse(rect) as Rect);
}

/**
 * The layout shifts of the page: without input (`unasked`) or after it (`pressed`), the score, the elements. Empty if
 * there were none or the browser does not report them.
 */
export async function shifts(page: Page): Promise<string[]> {
  await twoFrames(page);
  return page.evaluate(() => window.shiftsSeen ?? []);
}

/** The position of the pay button after the current frame. */
export async function settledRect(page: Page): Promise<Rect> {
  await page.locator('.pay-button').waitFor();
  return page.evaluate(rectNow);
}

export async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
