/** @file Checks that every offer fits its space, at every width and in every language. */
import type { Locator, Page } from '@playwright/test';

/** The widths at which the layout of the demo's pages changes. A run takes every third, and the narrowest and widest. */
const kAllWidths = [320, 340, 360, 375, 390, 414, 430, 480, 520, 600, 700, 768, 820, 900, 1024, 1280];
const kWidths = process.env.AFTERMINT_ALL ? kAllWidths : kAllWidths.filter((_, index) => index % 3 === 0);

/**
 * Sets one value after another at every width and in the three languages of the demo's book. Returns the cases in which
 * the element stays empty: `width language value: reason`.
 *
 * @param none a value without an offer. It is set in between, so that the same view is rendered again.
 */
export async function unfit(
  page: Page,
  element: Locator,
  property: 'order' | 'product',
  values: Record<string, unknown>,
  none: unknown,
): Promise<string[]> {
  const all: string[] = [];
  for (const width of kWidths) {
    await page.setViewportSize({ width, height: 800 });
    for (const lang of ['en-GB', 'de-DE', 'fr-FR']) {
      const refused = await element.evaluate(
        async (slot, given) => {
          const next = () =>
            new Promise<string>((done) => {
              const settle = (event: Event) => {
                for (const kind of ['shown', 'empty']) slot.removeEventListener(`aftermint-${kind}`, settle);
                done((event as CustomEvent<{ reason?: string }>).detail.reason ?? '');
              };
              for (const kind of ['shown', 'empty']) slot.addEventListener(`aftermint-${kind}`, settle);
            });
          const give = (value: unknown) => {
            const settled = next();
            Object.assign(slot, { [given.property]: value });
            return settled;
          };
          document.documentElement.lang = given.lang;
          const told: string[] = [];
          for (const [name, value] of Object.entries(given.values)) {
            await give(given.none);
            const reason = await give(value);
            if (reason) told.push(`${name}: ${reason}`);
          }
          return told;
        },
        { lang, property, values, none },
      );
      all.push(...refused.map((what) => `${width} ${lang} ${what}`));
    }
  }
  return all;
}
