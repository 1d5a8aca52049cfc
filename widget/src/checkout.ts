/** @file A checkout whose total follows the bump: what the button shows is what is charged (docs/stripe.md). */
import type { Order } from '../../web/src/types.js';
import type { BumpChange, OfferAction } from './elementEvents.js';
import type { AftermintBump } from './elements.js';

/** What your server answers when it has set the amount of a payment: as `setCheckoutAmount` of `aftermint/stripe`. */
export interface SetAmount {
  /** In minor units. Another amount than the one shown, or none: the price has changed. */
  amount?: number;
  clientSecret?: string | null;
}

export interface CheckoutOptions {
  /** Shows the total on the pay button, in minor units. Called at each change. */
  show(total: number): void;
  /** Sends the form to your server, which sets the amount of the payment. */
  setAmount(): Promise<SetAmount>;
  /** Gives a new total to what else shows it, such as the elements of Stripe. If it rejects, the tick is taken back. */
  follow?(total: number): unknown;
  /** The payment is made only when the shopper pays, so a change alone does not set the amount. */
  isDeferred?: boolean;
}

/** What the shopper agreed to when they pressed pay. */
export interface Sale {
  /** In minor units. */
  readonly total: number | null;
}

/** Confirms a payment: `stripe.confirmPayment(…)`. An answer with an `error` means that nothing was charged. */
export type Confirm = (clientSecret: string | undefined) => PromiseLike<{ error?: unknown }>;

/** A checkout. From `begin` to the end of `finish`, or to `cancel`, the tick cannot change. */
export interface Checkout {
  /** Begins a sale with what is shown now; null if one has begun already, such as for a second press. */
  begin(): Sale | null;
  /** Ends a sale without a charge. */
  cancel(): void;
  /**
   * Charges exactly what was shown. Resolves to false if nothing was charged. If the price has changed, or the server gave
   * no answer, the page is loaded again, so that the shopper sees the order as it is now.
   */
  finish(sale: Sale, confirm: Confirm): Promise<boolean>;
  /** `begin` and `finish`. */
  pay(confirm: Confirm): Promise<boolean>;
}

/** What an order comes to; null if there is none. */
function totalOf(bump: AftermintBump | null): number | null {
  const text = bump?.getAttribute('order');
  const order = bump?.order ?? (text ? (JSON.parse(text) as Order) : null);
  return order && (order.total ?? order.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
}

/** Keeps the total of a form with an `<aftermint-bump>` and the amount of its payment equal. */
export function openCheckout(form: HTMLFormElement, options: CheckoutOptions): Checkout {
  const bump = form.querySelector<AftermintBump>('aftermint-bump');
  const button = form.querySelector<HTMLButtonElement>('button:not([type=button]), [type=submit]');
  let total = totalOf(bump);
  let isSelling = false;

  const update = async (shown: number): Promise<void> => {
    if (!options.isDeferred && (await options.setAmount()).amount !== shown) throw new Error('the price has changed');
    await options.follow?.(shown);
  };
  bump?.addEventListener('aftermint-change', (event) => {
    const { detail } = event as CustomEvent<BumpChange>;
    total = detail.total;
    options.show(total);
    detail.waitUntil(update(total));
  });

  // Not `disabled`: the fields of the bump must be in the form that `setAmount` sends.
  const hold = (isHeld: boolean): void => {
    isSelling = isHeld;
    if (bump) bump.inert = isHeld;
    if (button) button.disabled = isHeld;
  };
  const checkout: Checkout = {
    begin() {
      if (isSelling) return null;
      hold(true);
      return { total };
    },
    cancel: () => hold(false),
    async finish(sale, confirm) {
      try {
        await bump?.settled; // an update may still be running; if it fails, the tick goes and the total with it
        if (total !== sale.total) return false;
        const { amount, clientSecret } = await options.setAmount();
        if (amount === undefined || (total !== null && amount !== total)) throw new Error('the price has changed');
        return !(await confirm(clientSecret ?? undefined)).error;
      } catch (error) {
        console.warn('aftermint:', error);
        location.reload();
        return false;
      } finally {
        hold(false);
      }
    },
    async pay(confirm) {
      const sale = checkout.begin();
      return sale !== null && checkout.finish(sale, confirm);
    },
  };
  return checkout;
}

/** What is used of Stripe.js. */
export interface StripeJs {
  handleNextAction(options: { clientSecret: string }): PromiseLike<unknown>;
}

/** Lets Stripe.js ask the shopper whose bank wants to confirm an accept after payment. Call it once a page. */
export function confirmOffers(stripe: StripeJs): void {
  document.addEventListener('aftermint-action', (event) => {
    const { action, waitUntil } = (event as CustomEvent<OfferAction>).detail;
    event.preventDefault(); // Stripe.js asks the shopper, not the element
    waitUntil(stripe.handleNextAction({ clientSecret: String(action) }));
  });
}
