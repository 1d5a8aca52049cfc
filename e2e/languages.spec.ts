/** @file The offer in the language of the shop: our messages, their direction, and prices and times in the locale. */
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { asRead, bookIn, englishIn, filled, languageOf, moneyIn, type Texts, messagesIn } from './lib/languages.js';

const kAll = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt', 'ar', 'ja', 'de-AT', 'pt-BR', 'zh'];
/**
 * By default the original, the longest, a right-to-left one, one without spaces, a regional one and one without messages;
 * the messages of all are compared in widget/test and by the golden cases. `AFTERMINT_ALL` runs all languages.
 */
const kLocales = process.env.AFTERMINT_ALL ? kAll : ['en', 'pl', 'ar', 'ja', 'de-AT', 'zh'];
/** A language for which we have no messages: the copy is in it, our messages are English. */
const kWithout = 'zh';
/** The longest, a right-to-left one, and one without spaces. */
const kWhole = process.env.AFTERMINT_ALL ? kAll : ['pl', 'ar', 'ja'];

const directionOf = (language: string) => (language === 'ar' ? 'rtl' : 'ltr');
const read = async (locator: Locator) => asRead((await locator.textContent()) ?? '');

/** Checks a region or card: its `lang` and direction are those of its messages, and it contains no English. */
async function expectLanguage(region: Locator, language: string): Promise<void> {
  await expect(region).toHaveAttribute('lang', language);
  await expect(region).toHaveCSS('direction', directionOf(language));
  const text = (await region.locator('h2, p, span, a, button, [role=status]').allTextContents()).join(' ');
  // The random letters of an order id may spell a word.
  if (language !== 'en') expect(englishIn(text.replaceAll(/\b\d{4}-[a-z0-9]{4}\b/g, ''), language), text).toEqual([]);
}

for (const locale of kLocales) {
  test.describe(locale, () => {
    const copyLanguage = languageOf(locale);
    const language = locale === kWithout ? 'en' : copyLanguage;
    const messages: Texts = messagesIn(language);

    test.use({ book: bookIn(locale), locale });

    /** The merchant's copy has a `lang` if, and only if, its language differs from that of our messages. */
    const expectCopy = async (headline: Locator) => {
      if (language !== copyLanguage) await expect(headline).toHaveAttribute('lang', copyLanguage);
      else await expect(headline).not.toHaveAttribute('lang');
    };

    test(`bump, offer, accept and undo are in ${language} in ${locale}`, async ({ page, shopper }) => {
      await shopper.choose();
      const bumpPrice = await moneyIn(page, locale, 1800);
      await expectLanguage(shopper.bump, language);
      await expectCopy(shopper.bump.locator('[part~=headline]'));
      await expect(shopper.bump).toHaveAttribute('dir', directionOf(language));
      await expect(shopper.bump).toHaveAttribute('aria-label', `${messages.optional}`);
      expect(await read(shopper.bump.locator('[part~=price]'))).toBe(
        asRead(filled(messages.bumpPrice, { price: bumpPrice })),
      );
      expect(await read(shopper.bump.locator('[part~=label]'))).toBe(
        asRead(filled(messages.add, { item: '3 × Brae' })),
      );

      await shopper.fillIn();
      await shopper.pay();
      const price = await moneyIn(page, locale, 2400);
      const [, order = ''] = /orders\/([^/]+)/.exec(page.url()) ?? [];
      const safe = filled(messages.safe, { order });
      await expectLanguage(shopper.offer, language);
      await expectCopy(shopper.offer.locator('[part~=headline]'));
      await expect(shopper.offer).toHaveAttribute('aria-label', `${messages.afterwards}`);
      expect(await read(shopper.offer.locator('[part~=acknowledge]'))).toBe(safe);
      expect(await read(shopper.offer.locator('[part~=price]'))).toBe(asRead(filled(messages.clickPrice, { price })));
      expect(await read(shopper.accept)).toBe(asRead(filled(messages.pay, { price })));
      expect(await read(shopper.decline)).toBe(messages.decline);

      await shopper.press(shopper.accept);
      await expect(shopper.undo).toBeEnabled();
      const card = page.locator('aftermint-offer #card');
      await expectLanguage(card, language);
      const [accepted, total, until] = `${await shopper.status.textContent()}`.split('\n');
      expect(asRead(`${accepted}`)).toBe(asRead(filled(messages.accepted, { price })));
      expect(asRead(`${total}`)).toBe(asRead(filled(messages.total, { total: await moneyIn(page, locale, 14400) })));
      const [before, after] = `${messages.until}`.split('{time}') as [string, string];
      expect(asRead(`${until}`)).toContain(before.trim());
      expect(asRead(`${until}`)).toContain(after.trim());
      await expect(shopper.undo).toHaveText(`${messages.undo}`);

      await shopper.press(shopper.undo);
      await expect(page.locator('aftermint-offer[state=undone]')).toHaveCount(1);
      await expectLanguage(card, language);
      expect(await read(shopper.status)).toBe(asRead(filled(`${messages.undone} ${messages.kept}`, { price, order })));
    });

    if (!kWhole.includes(locale)) return;

    test(`a declined card and a declined offer are in ${language} in ${locale}`, async ({ page, shopper }) => {
      const card = page.locator('aftermint-offer #card');
      await shopper.reachOffer('knife-set', 'ok_then_declined');
      await shopper.press(shopper.accept);
      await expect(page.locator('aftermint-offer[state=declined]')).toHaveCount(1);
      await expectLanguage(card, language);
      expect(await read(shopper.status)).toContain(`${messages.declined}`);

      await shopper.reachOffer();
      await shopper.press(shopper.decline);
      await expect(page.locator('aftermint-offer[state=left]')).toHaveCount(1);
      await expectLanguage(card, language);
      const [, order = ''] = /orders\/([^/]+)/.exec(page.url()) ?? [];
      expect(await read(shopper.status)).toBe(filled(messages.kept, { order }));
    });

    test(`everything fits a screen of 320 px in ${locale}`, async ({ page, shopper, store }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      const wider = () =>
        page.evaluate(() => {
          const inside = [...document.querySelectorAll('aftermint-bump, aftermint-offer')].flatMap((host) => [
            ...(host.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []),
          ]);
          const cut = inside.filter(
            ({ clientWidth, scrollWidth, className }) =>
              clientWidth > 1 && scrollWidth > clientWidth && className !== 'quiet',
          );
          return [document.documentElement.scrollWidth, ...cut.map((each) => each.outerHTML)];
        });
      await shopper.choose();
      await expect(shopper.bump).toBeVisible();
      expect(await wider()).toEqual([320]);
      await shopper.fillIn();
      await shopper.pay();
      await expect(shopper.offer).toBeVisible();
      expect(await wider()).toEqual([320]);
      await shopper.press(shopper.accept);
      await expect(shopper.undo).toBeEnabled();
      expect(await wider()).toEqual([320]);
      expect(await store.count('fault'), 'the bump fits its space').toBe(0);
    });
  });
}

test.describe('a shop in German', () => {
  test.use({ book: bookIn('de') });

  test('makes its offer with English messages if ours cannot be fetched, each text marked with its language', async ({
    page,
    shopper,
    store,
    watch,
  }) => {
    watch.expects(/aftermint-messages\.json/, /404/);
    await page.route('**/aftermint-messages.json', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await shopper.choose();
    await expectLanguage(shopper.bump, 'en');
    await expect(shopper.bump.locator('[part~=headline]')).toHaveAttribute('lang', 'de');
    await expect(shopper.bump.locator('[part~=price]')).toHaveText(/^\+18,00\s£$/);
    await expect.poll(() => store.count('fault')).toBe(1);
  });

  test('uses none of our messages if their file was changed', async ({ page, shopper, watch }) => {
    watch.expects(/aftermint-messages\.json/, /integrity/);
    await page.route('**/aftermint-messages.json', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replace('Nein danke', 'Nein, ich zahle gern mehr'),
      });
    });
    await shopper.reachOffer();
    await expect(shopper.decline).toHaveText('No thank you');
  });
});

test.describe('a shop in German whose messages do not arrive', () => {
  test.use({
    book: (() => {
      const book = bookIn('de');
      book.policy.deadlineMs = 3000;
      return book;
    })(),
  });

  test('waits for them almost until the deadline, then makes its offer in English', async ({ page, shopper }) => {
    await page.route('**/aftermint-messages.json', () => undefined); // no answer, ever
    await shopper.choose();
    await expectLanguage(shopper.bump, 'en');
    await shopper.tick.check();
    await expect(shopper.payButton).toHaveText(/138,00/);
  });
});

test.describe('a page in another language than its book', () => {
  const book = bookIn('de');
  test.use({ book });

  test('shows the book’s copy with our messages in its language', async ({ page, shopper }) => {
    await page.addInitScript(() => {
      new MutationObserver(() => {
        if (document.documentElement && document.documentElement.lang !== 'en') document.documentElement.lang = 'en';
      }).observe(document, { childList: true, subtree: true });
    });
    await shopper.reachOffer();
    await expectLanguage(shopper.offer, 'de');
    await expect(shopper.decline).toHaveText('Nein danke');
  });
});
