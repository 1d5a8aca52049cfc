/** @file The server of a checkout that charges with Stripe, by docs/stripe.md, and the bank behind it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page, Route } from '@playwright/test';
import type Stripe from 'stripe';
import type { OpenOrder } from '../../web/src/stripe/index.js';
import { at, kDist } from './paths.js';
import { installStripeJs } from './stripeJs.js';

/** A payment as the shopper saw it and as the bank charged it. */
export interface Paid {
  shown: string;
  sheet: number | null;
  charged: number;
  bump: string;
}

interface Intent {
  amount: number;
  metadata: { bump: string };
}

const kTotal = 12000;
const kOrder = {
  currency: 'GBP',
  total: kTotal,
  lines: [{ product: 'knife-set', quantity: 1, price: kTotal }],
};

/** The code blocks of docs/stripe.md by the name in their first line. */
export const recipes = new Map(
  [...readFileSync(at('docs/stripe.md'), 'utf8').matchAll(/^```js\n\/\/ (\w+\.mjs)(.*?)^```$/gms)].map(
    ([, name, code]) => [name!, `//${code!}`],
  ),
);

/** A checkout at `/sale/` of the shop. Its updates wait while `isHolding`. */
export class SaleServer {
  readonly paid: Paid[] = [];
  isHolding = false;
  /** How many updates are answered with a 500 next. */
  failing = 0;
  private readonly _intents = new Map<string, Intent>();
  private readonly _held: (() => void)[] = [];
  private readonly _order: OpenOrder = { id: '1001', visitor: 'v-1', ...kOrder };
  private _setAmount!: (form: FormData) => Promise<object>;

  private constructor() {}

  /** Serves the checkout of one recipe, with the server's block of the document, and opens it. */
  static async open(page: Page, url: string, recipe: string, book: object): Promise<SaleServer> {
    const server = new SaleServer();
    const save = (id: string, { amount, metadata }: Intent) => {
      server._intents.set(id, { amount, metadata });
      server._order.method = id;
      return Promise.resolve({ id, client_secret: `${id}_secret`, amount });
    };
    const paymentIntents = {
      create: (intent: Intent) => save(`pi_${server._intents.size + 1}`, intent),
      update: save,
    };
    const { createAftermint, memoryStore, sandbox } = (await import(
      pathToFileURL(join(kDist, 'server.mjs')).href
    )) as typeof import('../../web/src/server/index.js');
    const orders = { find: () => null };
    const options = { book, secret: 'a-signing-key-of-at-least-32-bytes!', orders: orders as never };
    const aftermint = await createAftermint({
      ...options,
      payments: sandbox(),
      store: memoryStore({ quiet: true }),
    });
    const { setCheckoutAmount } = (await import(
      pathToFileURL(join(kDist, 'stripe.mjs')).href
    )) as typeof import('../../web/src/stripe/index.js');
    const client = { paymentIntents } as unknown as Stripe;
    server._setAmount = (form) => setCheckoutAmount({ client, aftermint }, server._order, form);
    if (recipe === 'intent.mjs') await paymentIntents.create({ amount: kTotal, metadata: { bump: '' } });

    await page.addInitScript(installStripeJs);
    await page.route(`${url}/sale/**`, (route) => server._file(route, recipe));
    await page.route(`${url}/aftermint/checkout.mjs`, (route) =>
      route.fulfill({ contentType: 'text/javascript', path: join(kDist, 'checkout.mjs') }),
    );
    await page.route(`${url}/checkout/amount`, (route) => server._amount(route));
    await page.route(`${url}/bank/*`, (route) => server._bank(route));
    await page.goto(`${url}/sale/`);
    return server;
  }

  /** How many updates wait. */
  get held(): number {
    return this._held.length;
  }
  /** Lets a waiting update go on: the first, or the last. */
  release(which: 'first' | 'last' = 'first'): void {
    (which === 'first' ? this._held.shift() : this._held.pop())?.();
  }

  private _file(route: Route, recipe: string): Promise<void> {
    const name = new URL(route.request().url()).pathname.replace('/sale/', '');
    if (name) return route.fulfill({ contentType: 'text/javascript', body: recipes.get(name)! });
    const order = JSON.stringify(kOrder);
    const body = `<!doctype html><html lang="en-GB"><head><title>Checkout</title><link rel="icon" href="data:,">
      <link rel="stylesheet" href="/dist/aftermint.css">
      <script async src="/dist/aftermint.js" data-book="/book.json"></script>
      <script type="module" src="/sale/${recipe}"></script></head><body><main><h1>Checkout</h1>
      <form class="pay" data-total="${kTotal}" data-currency="GBP" data-secret="pi_1_secret">
      <aftermint-bump name="bump" visitor="v-1" order='${order}'></aftermint-bump>
      <div id="payment"></div><div id="wallet"></div><button>Pay £120.00</button></form></main></body></html>`;
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  }

  private async _amount(route: Route): Promise<void> {
    const request = route.request();
    const form = await new Response(new Uint8Array(request.postDataBuffer()!), {
      headers: { 'content-type': request.headers()['content-type']! },
    }).formData();
    if (this.isHolding) await new Promise<void>((resume) => this._held.push(resume));
    if (this.failing > 0) {
      this.failing -= 1;
      return route.fulfill({ status: 500, body: '' });
    }
    return route.fulfill({ json: await this._setAmount(form) });
  }

  private _bank(route: Route): Promise<void> {
    const body = route.request().postDataJSON() as { clientSecret: string; shown: string; sheet: number | null };
    const { amount, metadata } = this._intents.get(body.clientSecret.replace('_secret', ''))!;
    if (route.request().url().endsWith('/confirm')) {
      this.paid.push({ shown: body.shown, sheet: body.sheet, charged: amount, bump: metadata.bump });
    }
    return route.fulfill({ json: { amount } });
  }
}
