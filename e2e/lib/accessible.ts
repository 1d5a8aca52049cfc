/** @file Checks a page with axe. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { kAxeRules, findingsOf } from './axeRules.js';

/** The rules whose result can differ in a dark color scheme. */
const kColours = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

export interface AccessibleOptions {
  /** A page of another design, whose own texts need not reach AAA. */
  isForeign?: boolean;
}

/**
 * Checks the current page with axe: every rule in a light color scheme, and the color rules in a dark one.
 *
 * Firefox cannot change the color scheme during a test; it uses the one of the project.
 */
export async function expectAccessible(page: Page, what: string, { isForeign = false }: AccessibleOptions = {}) {
  await page.waitForLoadState('load'); // the style sheet must be loaded
  const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const canChoose = page.context().browser()?.browserType().name() === 'chromium';
  const schemes = canChoose ? (['light', 'dark'] as const) : ([(await isDark()) ? 'dark' : 'light'] as const);
  for (const colorScheme of schemes) {
    if (canChoose) await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await isDark()).toBe(colorScheme === 'dark');
    // Ends transitions, so that no intermediate color is tested.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    const axe = new AxeBuilder({ page });
    // axe cannot exclude rules that are named, so only the relevant color rules are named.
    const isAsked = (rule: string) => !(isForeign && rule === 'color-contrast-enhanced');
    if (colorScheme === 'dark') axe.withRules(kColours.filter(isAsked));
    else axe.options({ rules: kAxeRules }).disableRules(isForeign ? ['color-contrast-enhanced'] : []);
    const found = await axe.analyze();
    expect.soft(findingsOf(found), `${what}, ${colorScheme}`).toEqual([]);
    expect(found.passes.length, 'axe found elements to test').toBeGreaterThan(0);
  }
  if (canChoose) await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
}
