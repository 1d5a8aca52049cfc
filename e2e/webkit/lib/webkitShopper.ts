/** @file A shopper in the demo shop, driven by WebDriver. */
import { type Card, kParts, kPerson } from '../../lib/parts.js';
import type { WebKit } from './webkit.js';

/** A shopper whose actions are counted. */
export class Shopper {
  /** The number of presses and choices. */
  presses = 0;
  private readonly webkit: WebKit;
  private readonly shop: string;

  constructor(webkit: WebKit, shop: string) {
    this.webkit = webkit;
    this.shop = shop;
  }

  async goTo(path: string): Promise<void> {
    await this.webkit.driver.get(new URL(path, this.shop).href);
  }

  async press(selector: string): Promise<void> {
    this.presses += 1;
    await this.webkit.press(selector);
  }

  /** Goes from a product page to the checkout. */
  async choose(product = 'knife-set'): Promise<void> {
    await this.goTo(`/products/${product}`);
    await this.press('.buy button');
    await this.webkit.isAt(/\/checkout$/);
  }

  async fillIn(card: Card = 'ok'): Promise<void> {
    for (const [field, text] of Object.entries(kPerson)) await this.webkit.type(`#${field}`, text);
    this.presses += 1;
    await this.webkit.press(`input[name=card][value=${card}]`);
  }

  async pay(): Promise<void> {
    await this.press(kParts.payButton);
    await this.webkit.isAt(/\/orders\/[^/]+\/thanks$/);
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
    await this.webkit.shows(kParts.offer);
  }

  /** The page of the order that has just been paid. */
  async openOrder(): Promise<void> {
    await this.goTo((await this.webkit.path()).replace(/\/thanks$/, ''));
  }
}
