/** @file The routes of Stripe that `aftermint/stripe` uses, with Stripe's rules for idempotency keys. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;

export interface FakeIntent extends Json {
  id: string;
  status: string;
  amount: number;
  currency: string;
  customer: string | null;
  payment_method: string | null;
  metadata: Record<string, string>;
  created: number;
  latest_charge: { id: string; refunded: boolean } | null;
}

interface Saved {
  parameters: string;
  at: number;
  answer?: { status: number; body: Json };
  isLost?: boolean;
}

const kDayMs = 24 * 3600_000;

/** What each payment method does when it is charged: by its id. */
const outcomes: Record<string, string> = {
  pm_ok: 'succeeded',
  pm_action: 'requires_action',
  pm_processing: 'processing',
  pm_declined: 'declined',
};

export class FakeStripe {
  now: number;
  readonly intents = new Map<string, FakeIntent>();
  readonly refunds: (Json & { id: string; charge: string; created: number })[] = [];
  /** The requests that were made, as `POST /v1/refunds`. */
  readonly log: string[] = [];
  /** Called once for the next POST that charges: what happens instead of, or after it. */
  next: 'answer is lost' | 'fails with 500' | 'hangs' | null = null;
  private readonly _saved = new Map<string, Saved>();
  private _hanging: (() => void)[] = [];
  private readonly _server: Server;
  private _count = 0;

  constructor(now: number) {
    this.now = now;
    this._server = createServer((request, response) => void this._serve(request, response));
  }
  async start(): Promise<number> {
    await new Promise<void>((resolve) => this._server.listen(0, '127.0.0.1', resolve));
    return (this._server.address() as AddressInfo).port;
  }
  async stop(): Promise<void> {
    this.letGo();
    this._server.closeAllConnections();
    await new Promise((resolve) => this._server.close(resolve));
  }
  /** Lets hanging charges go on. */
  letGo(): void {
    for (const resume of this._hanging.splice(0)) resume();
  }
  get isHanging(): boolean {
    return this._hanging.length > 0;
  }

  /** A PaymentIntent that an order was paid with. */
  paid(changes: Partial<FakeIntent> = {}): FakeIntent {
    const intent = this._intent({
      amount: 12000,
      currency: 'gbp',
      customer: 'cus_1',
      payment_method: 'pm_ok',
      ...changes,
    });
    return Object.assign(intent, {
      status: 'succeeded',
      latest_charge: this._charge(),
      setup_future_usage: 'on_session',
      ...changes,
    });
  }
  /** The shopper pays an intent in the page, as `stripe.confirmPayment` does. */
  payInPage(id: string): FakeIntent {
    const intent = this.intents.get(id)!;
    return Object.assign(intent, {
      status: 'succeeded',
      amount_received: intent.amount,
      payment_method: 'pm_ok',
      latest_charge: this._charge(),
    });
  }
  /** Our intents that succeeded and were not refunded. */
  succeeded(): FakeIntent[] {
    return [...this.intents.values()].filter(
      ({ status, metadata, latest_charge: charge }) =>
        status === 'succeeded' && metadata.aftermint_key && !charge?.refunded,
    );
  }
  /** The shopper answers the bank. */
  answerBank(id: string, isConfirmed: boolean): void {
    const intent = this.intents.get(id)!;
    if (isConfirmed) Object.assign(intent, { status: 'succeeded', latest_charge: this._charge() });
    else Object.assign(intent, { status: 'requires_payment_method', last_payment_error: { code: 'authentication' } });
  }

  private _charge() {
    return { id: `ch_${++this._count}`, object: 'charge', refunded: false };
  }
  private _intent(parts: Partial<FakeIntent>): FakeIntent {
    const id = `pi_${++this._count}`;
    const base = {
      id,
      object: 'payment_intent',
      status: 'requires_confirmation',
      client_secret: `${id}_secret`,
      metadata: {},
    };
    const rest = { created: Math.floor(this.now / 1000), latest_charge: null, last_payment_error: null };
    const intent = { ...base, ...rest, ...parts } as FakeIntent;
    this.intents.set(id, intent);
    return intent;
  }

  private async _serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const url = new URL(request.url!, 'http://stripe');
    this.log.push(`${request.method} ${url.pathname}`);
    const send = ({ status, body }: { status: number; body: Json }) => {
      response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_1' });
      response.end(JSON.stringify(body));
    };
    if (request.method === 'GET') return send(this._get(url));
    const key = request.headers['idempotency-key'] as string | undefined;
    const parameters = `${url.pathname}?${text}`;
    const before = key === undefined ? undefined : this._saved.get(key);
    if (key !== undefined && before && this.now < before.at + kDayMs) {
      if (before.parameters !== parameters)
        return send(
          refusal(400, 'idempotency_error', 'Keys for idempotent requests can only be used with the same parameters'),
        );
      if (!before.answer)
        return send(
          refusal(
            409,
            'idempotency_error',
            'There is currently another in-progress request using this key',
            'idempotency_key_in_use',
          ),
        );
      if (before.isLost) {
        before.isLost = false; // the client itself asks once more when a connection breaks
        return void request.socket.destroy();
      }
      return send(before.answer);
    }
    const saved: Saved = { parameters, at: this.now };
    if (key !== undefined) this._saved.set(key, saved);
    const fault = url.pathname === '/v1/payment_intents' ? this.next : null;
    if (fault) this.next = null;
    if (fault === 'hangs') await new Promise<void>((resume) => this._hanging.push(resume));
    saved.answer =
      fault === 'fails with 500'
        ? refusal(500, 'api_error', 'An error occurred')
        : this._post(url.pathname, new URLSearchParams(text));
    if (fault === 'answer is lost') saved.isLost = true;
    if (saved.isLost) return void request.socket.destroy();
    send(saved.answer);
  }

  private _get(url: URL): { status: number; body: Json } {
    const id = /^\/v1\/payment_intents\/(.+)$/.exec(url.pathname)?.[1];
    if (id) {
      const intent = this.intents.get(id);
      return intent
        ? { status: 200, body: intent }
        : refusal(404, 'invalid_request_error', `No such payment_intent: '${id}'`);
    }
    const query = url.searchParams;
    const all: Json[] =
      url.pathname === '/v1/refunds'
        ? this.refunds.filter(({ charge }) => charge === query.get('charge'))
        : [...this.intents.values()].reverse().filter(({ customer, created }) => {
            const isOfCustomer = !query.has('customer') || customer === query.get('customer');
            return isOfCustomer && created >= Number(query.get('created[gte]') ?? 0);
          });
    const start = all.findIndex((each) => each.id === query.get('starting_after')) + 1;
    const data = all.slice(start, start + 2); // small pages, so that several are read
    return { status: 200, body: { object: 'list', url: url.pathname, data, has_more: start + 2 < all.length } };
  }

  private _post(path: string, form: URLSearchParams): { status: number; body: Json } {
    if (path === '/v1/payment_intents') return this._create(form);
    const cancelled = /^\/v1\/payment_intents\/(.+)\/cancel$/.exec(path)?.[1];
    if (cancelled) {
      const intent = this.intents.get(cancelled)!;
      if (intent.status === 'succeeded')
        return refusal(400, 'invalid_request_error', 'You cannot cancel this', 'payment_intent_unexpected_state');
      return { status: 200, body: Object.assign(intent, { status: 'canceled' }) };
    }
    const updated = /^\/v1\/payment_intents\/(\w+)$/.exec(path)?.[1];
    if (updated) {
      const intent = this.intents.get(updated)!;
      if (form.has('amount')) intent.amount = Number(form.get('amount'));
      intent.metadata = { ...intent.metadata, ...metadataOf(form) };
      return { status: 200, body: { ...intent } };
    }
    if (path !== '/v1/refunds') return refusal(404, 'invalid_request_error', `no route ${path}`);
    const intent = this.intents.get(form.get('payment_intent')!)!;
    const charge = intent.latest_charge!;
    if (charge.refunded) return refusal(400, 'invalid_request_error', 'already refunded', 'charge_already_refunded');
    charge.refunded = true;
    const { amount, currency } = intent;
    const refund = {
      id: `re_${++this._count}`,
      object: 'refund',
      charge: charge.id,
      amount,
      currency,
      created: Math.floor(this.now / 1000),
      status: 'succeeded',
    };
    this.refunds.push(refund);
    return { status: 200, body: refund };
  }

  private _create(form: URLSearchParams): { status: number; body: Json } {
    if (!form.has('confirm')) {
      // To be paid in the page.
      const intent = this._intent({
        status: 'requires_payment_method',
        amount: Number(form.get('amount')),
        currency: form.get('currency')!,
        customer: form.get('customer'),
        payment_method: null,
        setup_future_usage: form.get('setup_future_usage'),
        metadata: metadataOf(form),
      });
      return { status: 200, body: { ...intent } };
    }
    const need = ['amount', 'currency', 'customer', 'payment_method', 'confirm', 'return_url'];
    const missing = need.filter((name) => !form.get(name));
    if (missing.length > 0 || form.get('off_session') === 'true')
      return refusal(400, 'invalid_request_error', `Missing: ${missing}`);
    const intent = this._intent({
      amount: Number(form.get('amount')),
      currency: form.get('currency')!,
      customer: form.get('customer'),
      payment_method: form.get('payment_method'),
      metadata: metadataOf(form),
    });
    intent.status = outcomes[intent.payment_method!] ?? 'declined';
    if (intent.status === 'succeeded') intent.latest_charge = this._charge();
    if (intent.status !== 'declined') return { status: 200, body: { ...intent } };
    Object.assign(intent, { status: 'requires_payment_method', last_payment_error: { code: 'card_declined' } });
    const fault = refusal(402, 'card_error', 'Your card was declined.', 'card_declined');
    (fault.body.error as Json).payment_intent = { ...intent };
    return fault;
  }
}

const metadataOf = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => {
      const key = /^metadata\[(\w+)\]$/.exec(name)?.[1];
      return key === undefined ? [] : [[key, value]];
    }),
  );

function refusal(status: number, type: string, message: string, code?: string): { status: number; body: Json } {
  return { status, body: { error: { type, message, ...(code && { code }) } } };
}
