import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** All of WCAG 2.2 AA that axe knows, and what it takes for good practice. */
const kTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Holds the page as it stands against axe: all of it in light, and in dark the colours, which are all that differs. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await page.waitForLoadState('load'); // a page without its style sheet is nobody's either
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }); // a colour half-way is nobody's choice
    const axe = new AxeBuilder({ page });
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
    else axe.withTags(kTags).options({ rules: { 'target-size': { enabled: true } } });
    const { violations, passes } = await axe.analyze();
    const told = violations.map(({ id, help, nodes }) => {
      return `${id}: ${help}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`;
    });
    expect.soft(told, `${what}, ${colorScheme}`).toEqual([]);
    expect(passes.length, 'axe looked at something').toBeGreaterThan(0);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
}
