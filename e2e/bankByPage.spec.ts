/** @file 3-D Secure by the page’s own payment code: it cancels the event and confirms, then the server is asked. */
import type { Page } from '@playwright/test';
import type { OfferAction } from '../widget/src/elementEvents.js';
import { expect, needs, test } from './fixtures.js';

const confirm = (page: Page) => page.locator('aftermint-offer [part~=confirm]');

/** Makes the page handle the bank's question itself, with that answer. */
const answerBank = (page: Page, answer: 'confirm' | 'abandon' | 'nothing') =>
  page.evaluate((answer) => {
    document.addEventListener('aftermint-action', (event) => {
      const { url, waitUntil } = (event as CustomEvent<OfferAction>).detail;
      event.preventDefault();
      const body = new URLSearchParams({ answer });
      waitUntil(
        answer === 'nothing' ? Promise.reject(new Error('closed')) : fetch(url ?? '', { method: 'POST', body }),
      );
    });
  }, answer);

test('a page that confirms with the bank itself does not navigate', async ({ page, shopper, store }) => {
  await shopper.reachOffer('knife-set', 'ok_then_action');
  await shopper.press(shopper.accept);
  await expect(confirm(page)).toBeVisible();
  await answerBank(page, 'confirm');
  const here = page.url();
  await shopper.press(confirm(page));
  await expect(shopper.status).toContainText('Added to your order. You paid £24.00 more.');
  expect(page.url()).toBe(here);
  expect(await store.charges()).toEqual([
    { amount: 12000, state: 'succeeded' },
    { amount: 2400, state: 'succeeded' },
  ]);
});

test('a refusal at the bank is shown, and nothing is charged', async ({ page, shopper }) => {
  await shopper.reachOffer('knife-set', 'ok_then_action');
  await shopper.press(shopper.accept);
  await answerBank(page, 'abandon');
  await shopper.press(confirm(page));
  await expect(shopper.status).toContainText('The payment did not go through. Nothing was charged.');
});

test('if the bank’s window is closed, the shopper can still confirm', async ({ page, shopper }) => {
  await shopper.reachOffer('knife-set', 'ok_then_action');
  await shopper.press(shopper.accept);
  await answerBank(page, 'nothing');
  await shopper.press(confirm(page));
  await expect(confirm(page)).toBeVisible();
  await expect(shopper.status).toContainText('Your bank asks you to confirm £24.00.');
});

test('a URL that is not http is no link, and pressing asks the server again', async ({ page, shopper }) => {
  needs('bodies'); // the route below forwards the accept to the shop
  await shopper.reachOffer('knife-set', 'ok_then_action');
  let questions = 0;
  await page.route('**/offers/accept*', async (route) => {
    questions += Number(route.request().method() === 'GET');
    const response = await route.fetch();
    const answer = await response.json();
    await route.fulfill({ response, json: answer.url ? { ...answer, url: 'javascript:alert(1)' } : answer });
  });
  await shopper.press(shopper.accept);
  await expect(confirm(page)).toHaveJSProperty('localName', 'button');
  await shopper.press(confirm(page));
  await expect.poll(() => questions).toBe(1);
  await expect(confirm(page)).toBeVisible();
});

test('the server’s data for the page’s own code is passed on unchanged, without a link', async ({ page, shopper }) => {
  needs('bodies'); // the route below forwards the accept to the shop
  await shopper.reachOffer('knife-set', 'ok_then_action');
  const action = { clientSecret: 'pi_1_secret_2' };
  await page.route('**/offers/accept*', async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    await route.fulfill({ response, json: answer.url ? { status: 'requires_action', action } : answer });
  });
  await shopper.press(shopper.accept);
  await expect(confirm(page)).toHaveJSProperty('localName', 'button');
  const detail = page.evaluate(
    () =>
      new Promise((done) => {
        document.addEventListener('aftermint-action', (event) => {
          const { waitUntil, ...detail } = (event as CustomEvent<OfferAction>).detail;
          event.preventDefault();
          waitUntil(Promise.resolve());
          done(detail);
        });
      }),
  );
  await shopper.press(confirm(page));
  expect(await detail).toMatchObject({ offer: 'sharpener-after-knife', price: { amount: 2400 }, action });
});

test('a payment refused at the bank’s own page says so once, when the shopper is back', {
  tag: '@engine',
}, async ({ page, shopper, store }) => {
  await shopper.reachOffer('knife-set', 'ok_then_action');
  await shopper.press(shopper.accept);
  const colors = (part: string) =>
    page.locator(`aftermint-offer [part~=next] [part~=${part}]`).evaluate((button) => {
      const { backgroundColor, color } = getComputedStyle(button);
      return { backgroundColor, color };
    });
  await expect(confirm(page)).toBeVisible();
  const [yes, no] = [await colors('confirm'), await colors('decline')];
  expect(yes.backgroundColor, 'the way to the bank does not look like “No thank you”').not.toBe(no.backgroundColor);
  await shopper.press(confirm(page));
  await shopper.press(page.locator('[name=answer][value=abandon]'));
  await expect(shopper.status).toContainText('The payment did not go through. Nothing was charged.');
  await page.reload();
  await expect(page.locator('aftermint-offer[state=empty]')).toHaveCount(1);
  await expect(shopper.status).toHaveText('');
  expect((await store.charges()).filter(({ state }) => state === 'succeeded')).toEqual([
    { amount: 12000, state: 'succeeded' },
  ]);
});
