/** @file Single-page apps: elements are added, moved, changed and removed while the page stays, and there is one offer. */
import { expect, test } from './fixtures.js';
import { orderOf, paidOf, Spa } from './lib/spa.js';
import { Shopper } from './lib/shopper.js';

const kKnives = orderOf('knife-set');
const kBalm = orderOf('hand-balm');
/** In the copy of the gloves, which are offered with the hand balm. */
const kBalmWords = 'for your Saltmarsh hand balm';
const kNothing = orderOf('workbook');

test('a changed order leads to a new decision @firefox', async ({ page }) => {
  const spa = await Spa.open(page);
  await spa.add('aftermint-bump', 'bump', kKnives);
  await expect(spa.part('bump', 'headline')).toContainText('A guard for each knife');
  await spa.setOrder('bump', kBalm);
  await expect(spa.part('bump', 'headline')).toContainText(kBalmWords);
  await spa.setOrder('bump', kNothing);
  await expect(page.locator('#bump[state=empty]')).toHaveCount(1);
  await spa.setOrder('bump', kKnives);
  await expect(spa.part('bump', 'headline')).toContainText('A guard for each knife');
  await expect(spa.offers).toHaveCount(1);
  expect((await spa.fired()).map(({ event, offer, reason }) => `${event} ${offer ?? reason}`)).toEqual([
    'shown guards-with-set',
    'shown gloves-with-balm',
    expect.stringMatching(/^empty /),
    'shown guards-with-set',
  ]);
});

test('a ticked offer stays while its order holds it, and is decided again when the shopper unticks it', async ({
  page,
}) => {
  const spa = await Spa.open(page);
  await spa.add('aftermint-bump', 'bump', kKnives);
  await spa.part('bump', 'tick').check();
  const more = { ...kKnives, lines: [...kKnives.lines, ...kBalm.lines] };
  for (const order of [more, kKnives, more]) await spa.setOrder('bump', order);
  await expect(spa.part('bump', 'tick')).toBeChecked();
  await expect(spa.part('bump', 'headline')).toContainText('A guard for each knife');
  expect(await spa.formValue('bump')).toBe('guards-with-set');
  await spa.setOrder('bump', kBalm); // the offer is not made to it: the tick is taken back
  await expect(spa.part('bump', 'tick')).not.toBeChecked();
  expect(await spa.formValue('bump')).toBeNull();
  await spa.setOrder('bump', kBalm);
  await expect(spa.part('bump', 'headline')).toContainText(kBalmWords);
  await expect(spa.part('bump', 'tick')).not.toBeChecked();
  expect(await spa.formValue('bump')).toBeNull();
});

test('of many changes in a row only the last is decided', async ({ page }) => {
  const spa = await Spa.open(page);
  await spa.add('aftermint-bump', 'bump', kKnives);
  await expect(spa.offers).toHaveCount(1);
  await page.evaluate(
    (orders) => {
      const bump = document.getElementById('bump') as HTMLElement & { order: unknown };
      for (let count = 0; count < 50; count += 1) for (const order of orders) bump.order = order;
    },
    [kNothing, kKnives, kBalm],
  );
  await expect(spa.part('bump', 'headline')).toContainText(kBalmWords);
  expect(await spa.fired()).toHaveLength(2);
});

test('attributes and properties set before the element was defined are used', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/dist/aftermint.js', (route) => held.then(() => route.continue()));
  const opened = Spa.open(page);
  await page.locator('form').waitFor();
  await page.evaluate((order) => {
    const bump = Object.assign(document.createElement('aftermint-bump'), { id: 'bump', order });
    bump.setAttribute('name', 'bump');
    bump.setAttribute('visitor', 'v-1');
    document.querySelector('form')?.append(bump);
  }, kKnives);
  release();
  const spa = await opened;
  await expect(spa.part('bump', 'headline')).toContainText('A guard for each knife');
  await spa.setOrder('bump', kBalm);
  await expect(spa.part('bump', 'headline')).toContainText(kBalmWords);
});

test('a moved bump is unticked and works in its new form', async ({ page }) => {
  const spa = await Spa.open(page);
  await spa.add('aftermint-bump', 'bump', kKnives);
  await spa.part('bump', 'tick').check();
  await page.evaluate(() => document.querySelector('main')?.append(document.getElementById('bump') ?? ''));
  await expect(spa.part('bump', 'tick')).not.toBeChecked();
  expect(await spa.formValue('bump'), 'it is no longer in a form').toBeNull();
  await page.evaluate(() => document.querySelector('form')?.append(document.getElementById('bump') ?? ''));
  await spa.part('bump', 'tick').check();
  expect(await spa.formValue('bump')).toBe('guards-with-set');
  await expect(spa.offers).toHaveCount(1);
});

test('a bump that was removed and added again is unticked and has its latest order', async ({ page }) => {
  const spa = await Spa.open(page);
  await spa.add('aftermint-bump', 'bump', kKnives);
  await spa.part('bump', 'tick').check();
  await page.evaluate((order) => {
    const bump = document.getElementById('bump') as HTMLElement & { order: unknown };
    bump.remove();
    bump.order = order;
    Object.assign(window, { bump });
  }, kBalm);
  await expect(spa.offers).toHaveCount(0);
  expect(await spa.formValue('bump')).toBeNull();
  await page.evaluate(() => {
    document.querySelector('form')?.append((window as unknown as { bump: HTMLElement }).bump);
  });
  await expect(spa.part('bump', 'headline')).toContainText(kBalmWords);
  await expect(spa.part('bump', 'tick')).not.toBeChecked();
});

test('of several elements one shows an offer, and the others give a reason', async ({ page }) => {
  const spa = await Spa.open(page);
  await page.evaluate(
    (orders) => {
      for (const [index, order] of orders.entries()) {
        for (const tag of ['bump', 'offer', 'bundle']) {
          const made = Object.assign(document.createElement(`aftermint-${tag}`), { id: `${tag}${index}`, order });
          if (tag === 'bundle') made.setAttribute('product', 'oak-board');
          document.querySelector('form')?.append(made);
        }
      }
    },
    [kKnives, kBalm, paidOf('1001', 'knife-set')],
  );
  await expect.poll(async () => (await spa.fired()).length).toBe(9);
  await expect(spa.offers).toHaveCount(1);
  const events = await spa.fired();
  expect(events.filter(({ event }) => event === 'shown')).toHaveLength(1);
  expect(events.filter(({ reason }) => reason === 'one_offer').length).toBeGreaterThan(3);
  // A changed order of an empty element does not lead to a second offer.
  const [empty] = events.filter(({ reason }) => reason === 'one_offer');
  await spa.setOrder(empty?.of ?? '', kBalm);
  await expect.poll(async () => (await spa.fired()).length).toBe(10);
  await expect(spa.offers).toHaveCount(1);
});

test('after the element with the offer is removed, a new one can show it', async ({ page }) => {
  const spa = await Spa.open(page);
  await spa.add('aftermint-bump', 'first', kKnives);
  await expect(spa.part('first', 'headline')).toBeVisible();
  await page.evaluate((order) => {
    // Like a router: the new view is added before the old one is removed.
    const second = Object.assign(document.createElement('aftermint-bump'), { id: 'second', order });
    document.querySelector('form')?.append(second);
    document.getElementById('first')?.remove();
  }, kBalm);
  await expect(spa.part('second', 'headline')).toContainText(kBalmWords);
  await expect(spa.offers).toHaveCount(1);
});

test('a page that removes the element’s children removes nothing of ours', async ({ page }) => {
  const spa = await Spa.open(page);
  await spa.add('aftermint-bump', 'bump', kKnives);
  await spa.part('bump', 'tick').check();
  await page.evaluate(() => {
    const bump = document.getElementById('bump') as HTMLElement;
    bump.replaceChildren();
    bump.innerHTML = '';
    bump.textContent = 'Loading';
    bump.className = 'rendered again';
  });
  await expect(spa.part('bump', 'tick')).toBeChecked();
  await expect(spa.part('bump', 'headline')).toBeVisible();
  expect(await spa.formValue('bump')).toBe('guards-with-set');
});

test('an element without an order shows nothing and says so', async ({ page }) => {
  const spa = await Spa.open(page);
  await spa.add('aftermint-bump', 'bump', null);
  await expect.poll(() => spa.fired()).toEqual([{ event: 'empty', of: 'bump', reason: 'no_order' }]);
  await spa.setOrder('bump', kKnives);
  await expect(spa.part('bump', 'headline')).toBeVisible();
});

test('a hundred views that are added and removed leave nothing behind', async ({ page }) => {
  const spa = await Spa.open(page);
  for (let round = 0; round < 5; round += 1) {
    await page.evaluate(
      async ([order, paid]) => {
        for (let count = 0; count < 20; count += 1) {
          const made = document.createElement(count % 2 ? 'aftermint-offer' : 'aftermint-bump');
          Object.assign(made, { order: count % 2 ? paid : order });
          document.querySelector('form')?.append(made);
          await new Promise((done) => setTimeout(done));
          made.remove();
        }
      },
      [kKnives, paidOf('1001', 'knife-set')] as const,
    );
  }
  await spa.add('aftermint-bump', 'bump', kKnives);
  await expect(spa.part('bump', 'headline')).toBeVisible();
  await expect(spa.offers).toHaveCount(1);
});

test('a declined offer is not made again for its order: after a reload, on going back, in another tab', async ({
  context,
  page,
  shopper,
  store,
}) => {
  await shopper.reachOffer('knife-set');
  const thanks = page.url();
  await expect(shopper.offer).toContainText(/sharp/);
  await shopper.press(shopper.decline);
  await expect(shopper.offer).toHaveCount(0);
  const nothing = page.locator('aftermint-offer[state=empty]');
  await page.reload();
  await expect(nothing).toHaveCount(1);
  await page.goto('/');
  await page.goBack();
  await expect(nothing).toHaveCount(1);
  const other = new Shopper(await context.newPage());
  await other.page.goto(thanks);
  await expect(other.page.locator('aftermint-offer[state=empty]').or(other.offer)).toBeAttached();
  await expect(other.offer.filter({ hasText: /sharp/ })).toHaveCount(0);
  expect(await store.count('decline')).toBe(1);
});

test('if the page changes the order during an accept, its events have the original order', async ({
  page,
  shopper,
  store,
}) => {
  await shopper.reachOffer();
  const own = new URL(page.url()).pathname.split('/')[2];
  await page.route('**/offers/accept', async (route) => {
    await page.evaluate(
      (order) => void Object.assign(document.querySelector('aftermint-offer') as HTMLElement, { order }),
      paidOf('another', 'hand-balm'),
    );
    return route.continue();
  });
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('Added to your order.');
  await page.goto('/'); // leaving the page sends the waiting events
  await page.goto('/results');
  await expect.poll(async () => (await store.dataOf('accept')).length).toBeGreaterThan(0);
  const orders = new Set((await store.dataOf('accept')).map(({ key }) => key.split('/')[0]));
  expect([...orders]).toEqual([own]);
});

test('an element that was empty because of another shows its offer when that is removed', async ({ page }) => {
  const spa = await Spa.open(page);
  await spa.add('aftermint-bump', 'first', kKnives);
  await expect(spa.part('first', 'headline')).toBeVisible();
  await spa.add('aftermint-bump', 'second', kBalm);
  await expect(page.locator('#second[state=empty]')).toHaveCount(1);
  await page.evaluate(() => document.getElementById('first')?.remove()); // as at the end of a transition
  await expect(spa.part('second', 'headline')).toContainText(kBalmWords, { timeout: 1000 });
});

test('removing the order removes its offer', async ({ page }) => {
  const spa = await Spa.open(page);
  await spa.add('aftermint-bump', 'bump', kKnives);
  await spa.part('bump', 'tick').check();
  await spa.part('bump', 'tick').uncheck();
  await spa.setOrder('bump', null);
  await expect(spa.offers).toHaveCount(0, { timeout: 1000 });
});

test('a moved element keeps its offer although others wait for it', async ({ page }) => {
  const spa = await Spa.open(page);
  await spa.add('aftermint-bump', 'first', kKnives);
  await expect(spa.part('first', 'headline')).toBeVisible();
  await spa.add('aftermint-bump', 'second', kBalm);
  await expect(page.locator('#second[state=empty]')).toHaveCount(1);
  await page.evaluate(() => document.querySelector('form')?.append(document.getElementById('first') ?? ''));
  await spa.add('aftermint-bump', 'third', kBalm);
  await expect(page.locator('#third[state=empty]'), 'all elements have decided again').toHaveCount(1);
  await expect(spa.part('first', 'headline')).toBeVisible();
  await expect(spa.offers).toHaveCount(1);
});
