/** @file A stand-in for Stripe.js in a page: what the recipes of docs/stripe.md use of it, by its own typings. */
import type {
  PaymentIntent,
  StripeConstructor,
  StripeElements,
  StripeElementsUpdateOptions,
  StripeError,
  StripeExpressCheckoutElementClickEvent,
  StripeExpressCheckoutElementConfirmEvent,
} from '@stripe/stripe-js';

/** What a recipe does with Elements. */
type Elements = Pick<StripeElements, 'update' | 'submit' | 'fetchUpdates'> & { create(kind: string): unknown };

interface Confirmation {
  elements: Elements;
  clientSecret?: string;
  confirmParams: { return_url: string };
}

/** The sheet of a wallet, for a test to operate. */
export interface WalletSheet {
  /** The amount on the sheet in minor units; null while there is no sheet. */
  amount: number | null;
  /** Presses the wallet's button. Resolves when the page has answered. */
  press(): void;
  /** Confirms on the sheet. */
  confirm(): void;
  cancel(): void;
}

declare global {
  interface Window {
    wallet: WalletSheet;
  }
}

/**
 * Installs `Stripe` in a page. It runs in the page, so it uses nothing from outside. `/bank/amount` has the amount of a
 * PaymentIntent, `/bank/confirm` charges it; a test answers both.
 */
export function installStripeJs(): void {
  type Listener = (event?: unknown) => void;
  const listeners: Record<string, Listener> = {};
  const ask = async (path: string, body: object): Promise<{ amount: number; intent?: string }> =>
    (await fetch(`/bank/${path}`, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<{
      amount: number;
      intent?: string;
    }>;
  const refuse = (message: string) => ({ error: { type: 'invalid_request_error', message } as StripeError });

  const open = (options: { clientSecret?: string; amount?: number }) => {
    const elements: Elements = {
      create: () => ({ mount() {}, on: (type: string, listener: Listener) => (listeners[type] = listener) }),
      async update({ amount }: StripeElementsUpdateOptions) {
        if (amount) options.amount = amount;
      },
      submit: async () => ({ selectedPaymentMethod: 'card' }),
      async fetchUpdates() {
        options.amount = (await ask('amount', { clientSecret: options.clientSecret })).amount;
        return {};
      },
    } as Elements;
    window.wallet = {
      amount: null,
      press() {
        const event: Pick<StripeExpressCheckoutElementClickEvent, 'resolve' | 'reject'> = {
          resolve: () => (window.wallet.amount = options.amount!),
          reject: () => (window.wallet.amount = null),
        };
        listeners.click!(event);
      },
      confirm() {
        const event: Pick<StripeExpressCheckoutElementConfirmEvent, 'paymentFailed'> = {
          paymentFailed: () => (window.wallet.amount = null),
        };
        listeners.confirm!(event);
      },
      cancel() {
        window.wallet.amount = null;
        listeners.cancel!();
      },
    };
    return elements;
  };

  const confirmPayment = async ({ clientSecret, confirmParams }: Confirmation) => {
    const secret = clientSecret ?? current.clientSecret;
    // Stripe refuses to confirm if the amount of Elements is not that of the intent.
    const { amount } = await ask('amount', { clientSecret: secret });
    if (clientSecret && amount !== current.amount) return refuse('The amount of Elements and PaymentIntent differ');
    if (!URL.canParse(confirmParams.return_url)) return refuse('return_url is no URL');
    const shown = document.querySelector('form.pay button')!.textContent;
    const { intent } = await ask('confirm', { clientSecret: secret, shown, sheet: window.wallet.amount });
    // Stripe sends the shopper to `return_url`. A test of the checkout alone stays there: its answer names no intent.
    if (intent) location.assign(`${confirmParams.return_url}?payment_intent=${intent}`);
    return { paymentIntent: { amount, status: 'succeeded' } as PaymentIntent };
  };
  let current: { clientSecret?: string; amount?: number } = {};
  window.Stripe = (() => ({
    elements(options: { clientSecret?: string; amount?: number }) {
      current = options;
      return open(options);
    },
    confirmPayment,
  })) as unknown as StripeConstructor;
}
