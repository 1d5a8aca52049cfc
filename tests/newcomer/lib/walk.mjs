// The way of a newcomer on one stack: from the packed package to an offer that is charged, undone and reported.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { bundle } from './bundle.mjs';
import { NewcomerShop } from './shop.mjs';

const kWanted = {
  wax: { assigned: 1, orders: 1, gross: 7000, refunded: 0, accepted: 1, undone: 0 },
  brush: { assigned: 1, orders: 1, gross: 7000, refunded: 0, accepted: 1, undone: 1 },
};
const kPatience = 20_000;

/** Waits until `read` gives something that equals `wanted`. */
async function becomes(read, wanted, what) {
  const end = Date.now() + kPatience;
  for (;;) {
    const found = await read();
    try {
      assert.deepEqual(found, wanted, what);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

const launch = () =>
  chromium.launch({
    executablePath: process.env.AFTERMINT_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });

/** Stripe and its script in the page: a stand-in with the routes and the rules that are used. */
async function fakeStripe() {
  const { FakeStripe } = await bundle('web/test/server/fakeStripe.ts');
  const { installStripeJs } = await bundle('e2e/lib/stripeJs.ts');
  const bank = new FakeStripe(Date.now());
  const port = await bank.start();
  const env = {
    STRIPE_KEY: 'sk_test_newcomer',
    STRIPE_OPTIONS: JSON.stringify({ host: '127.0.0.1', port, protocol: 'http', telemetry: false }),
  };
  const inPage = async (page) => {
    await page.route('https://js.stripe.com/**', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    await page.addInitScript(installStripeJs);
    await page.route('**/bank/*', (route) => {
      const { clientSecret } = route.request().postDataJSON();
      const id = clientSecret.replace('_secret', '');
      const isPaid = route.request().url().endsWith('/confirm');
      const { amount } = isPaid ? bank.payInPage(id) : bank.intents.get(id);
      return route.fulfill({ json: { amount, ...(isPaid && { intent: id }) } });
    });
  };
  return { bank, env, inPage };
}

/** Buys the board, with what an offer adds. Every message in the console is a fault. */
async function shopping(browser, stripe, work) {
  const page = await browser.newPage();
  page.setDefaultTimeout(kPatience);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await stripe?.inPage(page);
  try {
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    await work(page);
  } finally {
    await page.close();
  }
  assert.deepEqual(complaints, []);
}

/** The page's own pay button with exactly this text. */
const payButton = (page, amount) =>
  page.locator('button').filter({ hasText: new RegExp(`^\\s*Pay\\s+${amount}\\s*$`) });
const hasText = (page, text) => page.getByText(text).first().waitFor();

/** The shop of the team without us. */
const buyBefore = (url) => async (page) => {
  await page.goto(url);
  await payButton(page, '£58.00').click();
  await hasText(page, 'Thank you');
  await hasText(page, '£58.00');
};

/** Ticks the bump, pays, accepts the offer in one click and takes it back. */
const buyWithOffers =
  (url, { isLive }) =>
  async (page) => {
    await page.goto(url);
    const pay = payButton(page, '£[0-9.]+');
    await page.getByRole('checkbox').waitFor();
    const place = await pay.boundingBox();
    await page.getByRole('checkbox').check();
    await payButton(page, '£70.00').waitFor();
    assert.deepEqual(await pay.boundingBox(), place, 'the pay button stays in its place');
    await pay.click();
    await hasText(page, 'Thank you');
    await hasText(page, '£70.00');
    // The page's own total: a single page updates it at once, the others when they are loaded again.
    const totals = async (amount) => {
      if (!isLive) await page.reload();
      await hasText(page, amount);
    };
    await page.getByRole('button', { name: 'Pay £9.00 now' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await totals('£79.00');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('aftermint-offer[state=undone]').waitFor();
    await totals('£70.00');
    await page.goto('about:blank'); // sends the events that wait
  };

/**
 * Walks the whole way on one stack.
 *
 * @returns the lines that the team has written for us, and the seconds of the way: from the installation to the report
 */
export async function walk(stack, tarball) {
  const shop = new NewcomerShop(stack, tarball);
  const stripe = stack.needsStripe ? await fakeStripe() : undefined;
  const browser = await launch();
  try {
    shop.writeOwn();
    shop.build();
    await shopping(browser, stripe, buyBefore((await shop.serve(stripe?.env)) + stack.checkout));
    await shop.stopAll();

    const since = performance.now();
    const lines = shop.writeOurs();
    shop.build();
    const collector = await shop.collect();
    const url = await shop.serve({ ...stripe?.env, AFTERMINT_COLLECTOR: `${collector}/events` });
    await shopping(browser, stripe, buyWithOffers(url + stack.checkout, stack));
    await becomes(() => shop.report(), kWanted, `${stack.name}: the report`);
    if (stripe) assert.deepEqual(stripe.bank.succeeded(), [], 'the charge of the accept is paid back');
    return { lines, seconds: (performance.now() - since) / 1000 };
  } finally {
    await browser.close();
    await shop.remove();
    await stripe?.bank.stop();
  }
}
