import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { kAxeRules, toldBy } from './axeRules.js';

/** What differs in the dark. */
const kColours = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

export interface AccessibleOptions {
  /** A page of somebody else's, whose own texts need not reach AAA. */
  isForeign?: boolean;
}

/**
 * Holds the page as it stands against axe: every rule in light, and in dark the colours, which are all that differs.
 *
 * Firefox cannot be told a colour scheme under test: there the page is held in the one that the project set.
 */
export async function expectAccessible(page: Page, what: string, { isForeign = false }: AccessibleOptions = {}) {
  await page.waitForLoadState('load'); // a page without its style sheet is nobody's either
  const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const canChoose = page.context().browser()?.browserType().name() === 'chromium';
  const schemes = canChoose ? (['light', 'dark'] as const) : ([(await isDark()) ? 'dark' : 'light'] as const);
  for (const colorScheme of schemes) {
    if (canChoose) await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await isDark()).toBe(colorScheme === 'dark');
    // A colour half-way is nobody's choice.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    const axe = new AxeBuilder({ page });
    // Rules that are named cannot be taken back, so of the colours only those that count are.
    const isAsked = (rule: string) => !(isForeign && rule === 'color-contrast-enhanced');
    if (colorScheme === 'dark') axe.withRules(kColours.filter(isAsked));
    else axe.options({ rules: kAxeRules }).disableRules(isForeign ? ['color-contrast-enhanced'] : []);
    const found = await axe.analyze();
    expect.soft(toldBy(found), `${what}, ${colorScheme}`).toEqual([]);
    expect(found.passes.length, 'axe looked at something').toBeGreaterThan(0);
  }
  if (canChoose) await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
}
