/** @file A shopper in the demo shop, driven by Playwright. */
import { expect, type Locator, type Page } from '@playwright/test';
import { type Card, kParts, kPerson } from './parts.js';

/** A shopper: actions, which are counted, and what they see. */
export class Shopper {
  readonly page: Page;
  /** The number of presses and choices. */
  presses = 0;

  constructor(page: Page) {
    this.page = page;
  }

  get bump(): Locator {
    return this.page.locator(kParts.bump);
  }
  get tick(): Locator {
    return this.page.locator(kParts.tick);
  }
  get offer(): Locator {
    return this.page.locator(kParts.offer);
  }
  get accept(): Locator {
    return this.page.locator(kParts.accept);
  }
  get decline(): Locator {
    return this.page.locator(kParts.decline);
  }
  get status(): Locator {
    return this.page.locator(kParts.status);
  }
  get undo(): Locator {
    return this.page.locator(kParts.undo);
  }
  get next(): Locator {
    return this.page.locator(kParts.next);
  }
  get payButton(): Locator {
    return this.page.locator(kParts.payButton);
  }
  get lines(): Locator {
    return this.page.locator(kParts.lines);
  }
  get total(): Locator {
    return this.page.locator(kParts.total);
  }

  async press(target: Locator): Promise<void> {
    this.presses += 1;
    await target.click();
  }

  /** Goes from a product page to the checkout. */
  async choose(product = 'knife-set'): Promise<void> {
    await this.page.goto(`/products/${product}`);
    await this.press(this.page.locator('#buy button'));
    await expect(this.page).toHaveURL(/\/checkout$/);
  }

  async fillIn(card: Card = 'ok'): Promise<void> {
    await this.page.locator('#name').fill(kPerson.name);
    await this.page.locator('#email').fill(kPerson.email);
    await this.page.locator('#address').fill(kPerson.address);
    this.presses += 1;
    await this.page.locator(`input[name=card][value=${card}]`).check();
  }

  async pay(): Promise<void> {
    await this.press(this.payButton);
    await expect(this.page).toHaveURL(/\/orders\/[^/]+\/thanks$/);
  }

  /** Buys a product without looking at any offer. */
  async buy(product = 'knife-set', card: Card = 'ok'): Promise<void> {
    await this.choose(product);
    await this.fillIn(card);
    await this.pay();
  }

  /** Buys and waits for the offer after payment. */
  async reachOffer(product = 'knife-set', card: Card = 'ok'): Promise<void> {
    await this.buy(product, card);
    await expect(this.offer).toBeVisible();
  }

  /** The page of the order that has just been paid. */
  async openOrder(): Promise<void> {
    await this.page.goto(new URL(this.page.url()).pathname.replace(/\/thanks$/, ''));
  }
}
