/** @file Names, descriptions and roles of our controls in the accessibility tree. `npm test -- screenreader` tests what is spoken. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { kParts } from './lib/parts.js';
import { recurringBook } from './lib/recurring.js';

interface Heard {
  role: string;
  name: string;
  description: string;
}

/** The elements with that role in Chromium's own accessibility tree, in order. */
async function inTree(page: Page, role: string): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter((node) => !node.ignored && node.role?.value === role)
    .map(({ name, description }) => ({
      role,
      name: `${name?.value ?? ''}`,
      description: `${description?.value ?? ''}`.replace(/\s+/g, ' ').trim(),
    }));
}

/** Checks with Playwright's implementation in every browser, and with the browser's own tree in Chromium. */
async function expectHeard(page: Page, element: Locator, { role, name, description }: Heard): Promise<void> {
  await expect(element).toHaveRole(role as 'button');
  await expect(element).toHaveAccessibleName(name);
  await expect(element).toHaveAccessibleDescription(description);
  if (test.info().project.use.browserName !== 'chromium') return;
  await expect.poll(() => inTree(page, role)).toContainEqual({ role, name, description });
}

test('the checkbox of a bump is described by its price, and its headline comes before the picture', async ({
  page,
  shopper,
}) => {
  await shopper.choose();
  await expectHeard(page, shopper.tick, {
    role: 'checkbox',
    name: 'Add three blade guards',
    description: '+£18.00',
  });
  const parts = await shopper.bump.locator('> *').evaluateAll((all) => all.map((each) => each.getAttribute('part')));
  expect(parts.slice(0, 2)).toEqual(['headline', 'image']);
  await expect(
    page.locator(kParts.bumpStatus),
    'an empty status must not be a stop for screen readers',
  ).not.toHaveAttribute('role');
});

test('the button of a bundle is described by its price', async ({ page }) => {
  await page.goto('/products/oak-board');
  const add = page.locator(kParts.add);
  const description = `${await page.locator(`${kParts.bundle} [part~=price]`).textContent()}`;
  await expectHeard(page, add, { role: 'button', name: `${await add.textContent()}`, description });
  expect(description).toContain('£');
});

test('the pay button of an offer is described by its price, and the card after it is a named group with a heading', async ({
  page,
  shopper,
}) => {
  await shopper.reachOffer();
  const description =
    '£24.00 in total, paid with the payment method of your order. Your order stays as it is either way.';
  await expectHeard(page, shopper.accept, { role: 'button', name: 'Pay £24.00 now', description });
  const name = 'Optional offer after your order';
  const heading = page.getByRole('heading', { name });
  await expect(heading).toHaveCount(0);
  await shopper.accept.focus();
  await page.keyboard.press('Enter');
  await expect(shopper.undo).toBeEnabled();
  await expectHeard(page, page.locator('aftermint-offer #card'), { role: 'group', name, description: '' });
  await expect(page.locator('aftermint-offer #card')).toBeFocused();
  await expectHeard(page, heading, { role: 'heading', name, description: '' });
  expect(
    await shopper.status.evaluate((status) => status.childElementCount),
    'only text nodes, so that they are announced together',
  ).toBe(0);
});

test.describe('recurring', () => {
  test.use({ book: recurringBook });

  test('the consent checkbox is described by the terms, the button by price and terms', async ({ page, shopper }) => {
    await shopper.reachOffer();
    const terms = '£12.00 today, then £12.00 every two months until you write to us to stop.';
    await expectHeard(page, shopper.offer.locator('[part~=agree]'), {
      role: 'checkbox',
      name: 'Yes, I agree to these recurring payments.',
      description: terms,
    });
    await expect(shopper.accept).toHaveAccessibleDescription(new RegExp(`^£12\\.00 in total.* ${terms}$`));
  });
});
