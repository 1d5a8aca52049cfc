/** @file What pages do with the elements: invalid languages, unusual ways to load the script, moved elements, null in orders. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { demoBook, entry } from './lib/book.js';

const kTag = '<script async src="/dist/aftermint.js" data-book="/book.json" data-accept="/offers/accept"></script>';
const kOrder = { currency: 'GBP', lines: [{ product: 'knife-set', quantity: 1, price: 12000 }] };
const bumpFor = (order: object) => `<aftermint-bump name="bump" order='${JSON.stringify(order)}'></aftermint-bump>`;

/** Opens a merchant's own page with a form that contains the given elements. */
async function openHost(page: Page, url: string, { lang = 'en-GB', tag = kTag, order = kOrder as object } = {}) {
  const body = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Checkout</title>
    <link rel="icon" href="data:,"><style>aftermint-bump{display:block;min-height:15rem}</style>${tag}</head>
    <body><form><div id="one">${bumpFor(order)}</div><div id="two"></div><button>Pay</button></form></body></html>`;
  await page.route(`${url}/hosts/page`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(`${url}/hosts/page`);
}

test.describe('a lang attribute without a language', () => {
  test.use({ locale: 'en-GB' });
  const kNone = ['auto', 'default', 'C', 'english', 'POSIX', 'und', 'x-klingon', ''];
  const kOdd = ['en-u-nu-arab', 'en-GB-u-nu-deva', 'en-x-informal', 'en_US', 'en_GB.UTF-8'];
  test('does not prevent the offer, and its price has normal digits', async ({ page, shop, shopper }) => {
    for (const lang of [...kNone, ...kOdd]) {
      await openHost(page, shop.url, { lang });
      await expect(shopper.bump, lang).toHaveAttribute('lang', 'en');
      await expect(shopper.bump.locator('[part~=price]'), lang).toContainText('£18.00');
    }
  });

  test('with a private subtag is read as the language', async ({ page, shop, shopper }) => {
    await openHost(page, shop.url, { lang: 'de-x-informal' });
    await expect(shopper.bump).toHaveAttribute('lang', 'de');
  });

  test('set by a translation tool on a loaded page changes nothing', async ({ page, shopper }) => {
    await shopper.reachOffer();
    await page.evaluate(() => {
      document.documentElement.lang = 'auto';
      document.querySelector('aftermint-offer')?.setAttribute('visitor-attributes', '{"again":true}');
    });
    await expect(shopper.accept).toBeVisible();
    await shopper.press(shopper.accept);
    await expect(shopper.status).toContainText('You paid £24.00 more.');
    await page.evaluate(() => {
      document.documentElement.lang = 'x-klingon';
    });
    await shopper.press(shopper.undo);
    await expect(shopper.status).toContainText('You get £24.00 back.');
  });
});

test.describe('the script finds its own tag', () => {
  const kTags = {
    'as a module': kTag.replace('<script async', '<script type="module"'),
    'among other script tags': `<script data-book="table-for-two" src="data:text/javascript,0"></script>${kTag.replace(
      '<script async',
      '<script type="module"',
    )}`,
    'if it is there twice': `${kTag}${kTag.replace('<script async', '<script type="module"')}`,
    'if a tag manager adds it': `<script>
      const tag = document.createElement('script');
      Object.assign(tag, { async: true, src: '/dist/aftermint.js' });
      Object.assign(tag.dataset, { book: '/book.json' });
      document.head.append(tag);
      tag.remove();
    </script>`,
    'if a loader runs its text': `<script type="text/later" src="/dist/aftermint.js" data-book="/book.json"></script>
      <script type="module">
        const tag = document.querySelector('script[type="text/later"]');
        new Function(await (await fetch(tag.src)).text())();
      </script>`,
  };
  for (const [how, tag] of Object.entries(kTags)) {
    test(how, async ({ page, shop, shopper }) => {
      await openHost(page, shop.url, { tag });
      await expect(shopper.bump).toBeVisible();
    });
  }
});

test('moveBefore keeps tick, focus and view, and fires no new events', async ({ page, shop, shopper }) => {
  await openHost(page, shop.url);
  await expect(shopper.bump).toBeVisible();
  const isKnown = await page.evaluate(() => 'moveBefore' in Element.prototype);
  test.skip(!isKnown, 'this browser has no moveBefore');
  await shopper.tick.check();
  await shopper.tick.focus();
  const moved = await page.evaluate(async () => {
    const bump = document.querySelector('aftermint-bump') as HTMLElement;
    const drawn = bump.shadowRoot?.querySelector('section');
    const events: string[] = [];
    for (const name of ['shown', 'seen', 'empty', 'change']) {
      document.addEventListener(`aftermint-${name}`, () => events.push(name));
    }
    const two = document.querySelector('#two') as HTMLElement & { moveBefore(node: Node, before: null): void };
    two.moveBefore(bump, null);
    await new Promise((done) => setTimeout(done, 1500)); // longer than an exposure takes
    return {
      isSame: bump.shadowRoot?.querySelector('section') === drawn,
      isThere: bump.parentElement === two,
      focus: bump.shadowRoot?.activeElement?.getAttribute('part'),
      sends: new FormData(document.querySelector('form') ?? undefined).get('bump'),
      events: events.filter((name) => name !== 'seen' || events.indexOf(name) !== events.lastIndexOf(name)),
    };
  });
  expect(moved).toEqual({ isSame: true, isThere: true, focus: 'tick', sends: 'guards-with-set', events: [] });
  await expect(shopper.tick).toBeChecked();
});

test('null for an optional property of an order counts as absent', async ({ page, shop, shopper }) => {
  const [line] = kOrder.lines;
  const nothing = { id: null, status: null, total: null, tax: null, paidAt: null };
  await openHost(page, shop.url, {
    order: { ...kOrder, ...nothing, lines: [{ ...line, variant: null, offer: null }] },
  });
  await expect(shopper.bump).toBeVisible();
});

test.describe('a product without a picture', () => {
  test.use({
    book: demoBook((book) => {
      const product = entry(book.products, 'sharpener');
      product.title = '3 élan sharpeners';
      delete product.image;
      delete product.imageAlt;
    }),
  });

  test('has its initial instead, hidden from screen readers', async ({ page, shopper }) => {
    await shopper.reachOffer();
    const tile = shopper.offer.locator('[part~=image]');
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(tile).toHaveText('é');
      await expect(tile).toHaveCSS('text-transform', 'uppercase');
      await expect(tile).toHaveAttribute('aria-hidden', 'true');
      const box = await tile.boundingBox();
      expect(box?.width, `${width} px`).toBeGreaterThan(60);
      expect(Math.abs((box?.width ?? 0) - (box?.height ?? 0))).toBeLessThan(1);
    }
  });
});
