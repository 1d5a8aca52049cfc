import { expect, type Locator, type Page } from '@playwright/test';

/** The sandbox's cards, by what the bank answers. */
export type Card = 'ok' | 'ok_then_action' | 'ok_then_declined' | 'ok_then_processing' | 'ok_once' | 'declined';

/** A person at the shop: what they do, counted, and what they see. */
export class Shopper {
  readonly page: Page;
  /** Presses and choices since they came. */
  presses = 0;

  constructor(page: Page) {
    this.page = page;
  }

  get bump(): Locator {
    return this.page.locator('aftermint-bump [part~=bump]');
  }
  get tick(): Locator {
    return this.page.locator('aftermint-bump [part~=tick]');
  }
  get offer(): Locator {
    return this.page.locator('aftermint-offer [part~=offer]');
  }
  get accept(): Locator {
    return this.offer.locator('[part~=accept]');
  }
  get decline(): Locator {
    return this.offer.locator('[part~=decline]');
  }
  /** What the offer says after the press. */
  get status(): Locator {
    return this.page.locator('aftermint-offer [role=status]');
  }
  get undo(): Locator {
    return this.page.locator('aftermint-offer [part~=undo]');
  }
  /** What may be pressed after an accept that did not go straight through. */
  get next(): Locator {
    return this.page.locator('aftermint-offer [part~=next]');
  }
  get payButton(): Locator {
    return this.page.locator('.pay-button');
  }
  get lines(): Locator {
    return this.page.locator('[data-lines] > li');
  }
  get total(): Locator {
    return this.page.locator('[data-order-total]');
  }

  async press(target: Locator): Promise<void> {
    this.presses += 1;
    await target.click();
  }

  /** From a product's page into the checkout. */
  async choose(product = 'knife-set'): Promise<void> {
    await this.page.goto(`/products/${product}`);
    await this.press(this.page.getByRole('button', { name: 'Add to the basket' }));
    await expect(this.page).toHaveURL(/\/checkout$/);
  }

  async fillIn(card: Card = 'ok'): Promise<void> {
    await this.page.getByLabel('Full name').fill('Robin Ashby');
    await this.page.getByLabel('E-mail').fill('robin@example.com');
    await this.page.getByLabel('Address').fill('1 Mill Lane\nSheffield');
    this.presses += 1;
    await this.page.locator(`input[name=card][value=${card}]`).check();
  }

  async pay(): Promise<void> {
    await this.press(this.payButton);
    await expect(this.page).toHaveURL(/\/orders\/[^/]+\/thanks$/);
  }

  /** The whole way to a paid order, no offer looked at. */
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

  /** The page of the order that was just paid. */
  async openOrder(): Promise<void> {
    await this.page.goto(new URL(this.page.url()).pathname.replace(/\/thanks$/, ''));
  }
}
