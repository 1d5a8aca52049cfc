/** @file One journey from a product page to the page after payment, with or without a fault, driven by Playwright. */
import type { Page } from '@playwright/test';
import { expect } from '../fixtures.js';
import { changeAnswers } from './changeAnswers.js';
import { kElements, kPaths, kProduct, withoutUs } from './faultPages.js';
import type { Fault, PageName } from './faults/index.js';
import { type HostRecord, kHostRecord, readHostRecord, recordHost } from './hostRecord.js';
import { kParts, kPerson } from './parts.js';

/** A journey goes on after a difference, so that one run reports all of them. */
const soft = expect.configure({ soft: true, timeout: 5000 });

/** Longer than every request and reservation of ours. */
const kGiveUpMs = 20_000;

/** What each page had recorded when the shopper left it. */
export type Trace = Record<PageName, HostRecord>;

export class FaultJourney {
  private readonly page: Page;
  private readonly fault: Fault;

  constructor(page: Page, fault: Fault = withoutUs) {
    this.page = page;
    this.fault = fault;
  }

  /** Buys the product, and compares every page with `plain`, a journey without us. */
  async go(plain?: Trace): Promise<Trace> {
    const { page, fault } = this;
    await page.addInitScript(recordHost);
    if (fault.outcome === 'waiting' || fault.outcome === 'absent') await page.clock.install();
    if (fault.before) await page.addInitScript(fault.before);
    for (const [path, change] of fault.answers ?? []) await changeAnswers(page, path, change);
    if (fault.html) {
      const change = fault.html;
      for (const name of fault.on ?? (Object.keys(kPaths) as PageName[])) {
        await changeAnswers(page, kPaths[name], (answer) => (answer.status === 200 ? change(answer) : answer));
      }
    }
    if (fault.slowBy) {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: fault.slowBy });
    }

    await this.open(`/products/${kProduct}`);
    const product = await this.look('product', plain);
    await page.locator('#buy button').click();
    await page.waitForURL(/\/checkout$/, { waitUntil: 'domcontentloaded' });

    if (fault.html || fault.leaves) await this.open('/checkout'); // the target of a redirect cannot be changed
    await page.locator('#name').fill(kPerson.name);
    await page.locator('#email').fill(kPerson.email);
    await page.locator('#address').fill(kPerson.address);
    await page.locator('input[name=card][value=ok]').click(); // the focus is there then, also if it was checked
    await this.settle('checkout');
    await this.tabTo(kParts.payButton);
    const checkout = await this.look('checkout', plain);
    await page.locator(kParts.payButton).click(); // fails if anything covers it
    await page.waitForURL(/\/orders\/[^/]+\/thanks$/, { waitUntil: 'domcontentloaded' });

    if (fault.html) await this.open(new URL(page.url()).pathname);
    const confirmation = await this.look('confirmation', plain);
    return { product, checkout, confirmation };
  }

  /** Opens a page and does not wait for it to load, because a fault may prevent that. */
  private async open(path: string): Promise<void> {
    const { page, fault } = this;
    if (fault.leaves) {
      await page.goto(path, { waitUntil: 'commit' });
      await page.goto('/returns', { waitUntil: 'commit' });
    }
    await page.goto(path, { waitUntil: 'domcontentloaded' });
  }

  private outcomeOn(name: PageName): Fault['outcome'] {
    const { on, outcome } = this.fault;
    return !on || on.includes(name) ? outcome : 'offer';
  }

  /** Waits until our element is in the state that the fault leads to. */
  private async settle(name: PageName): Promise<void> {
    const { page, fault } = this;
    const element = page.locator(kElements[name]);
    const outcome = this.outcomeOn(name);
    if (outcome === 'offer') await element.locator('section').waitFor({ timeout: 10_000 });
    else if (outcome === 'nothing') await expect(element.and(page.locator('[state=empty]'))).toHaveCount(1);
    else if (fault !== withoutUs && name !== 'checkout') {
      await page.clock.fastForward(kGiveUpMs);
      await expect(page.locator(`${kElements[name]}:not([state=empty])`)).toHaveCount(0);
    }
    if (outcome !== 'offer') await expect(element.locator('section')).toHaveCount(0);
  }

  /** Presses Tab until the element has the focus. */
  private async tabTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 5; presses += 1) {
      await this.page.keyboard.press('Tab');
      if ((await this.page.locator(`${selector}:focus`).count()) > 0) return;
    }
    throw new Error(`Tab never reached ${selector}`);
  }

  /** Reads the record of a page and compares it with the page without us. */
  private async look(name: PageName, plain?: Trace): Promise<HostRecord> {
    await this.settle(name);
    if (plain) {
      // Tab stops at the checkbox of an offer, too. The record is written in the next frame.
      const boxes = this.outcomeOn(name) === 'offer' && name === 'checkout' ? 1 : 0;
      const { clicks, keys } = plain[name];
      const presses = async () => {
        const now = await this.read();
        return { clicks: now.clicks, keys: now.keys - boxes };
      };
      await soft.poll(presses, `presses on the ${name} page`).toEqual({ clicks, keys });
    } else if (name === 'checkout') {
      await expect.poll(async () => (await this.read()).keys, 'the record has the presses').toBeGreaterThan(0);
    }
    const record = await this.read();
    const errors = record.errors
      .split('\n')
      .filter((line) => line && !this.fault.noise?.some((noise) => noise.test(line)));
    soft(errors, `errors on the ${name} page`).toEqual([]);
    if (!plain) return record;
    const without = plain[name];
    const isOffered = this.outcomeOn(name) === 'offer';
    soft(record.form, 'the form submits the same').toBe(without.form);
    soft(record.button, 'the page’s own button is enabled and in its place from the first frame').toBe(without.button);
    // Below an offer on the product page and after payment, the page is longer.
    if (!isOffered || name === 'checkout') {
      await soft.poll(async () => (await this.read()).places, `the ${name} page`).toEqual(without.places);
    }
    return record;
  }

  private async read(): Promise<HostRecord> {
    const read = () => this.page.locator('html').getAttribute(kHostRecord);
    await expect.poll(read, { intervals: [20] }).toMatch(/ /);
    return readHostRecord((await read()) ?? '');
  }
}
