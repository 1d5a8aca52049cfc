/** @file The bump in the form of a checkout, held to the price that the shopper saw. */
import { RefusedInput, type Verification } from '../node.js';
import type { Moment, Money } from '../types.js';
import type { AcceptServices } from './services.js';
import { kMaxMinor, type OrderLine } from './types.js';

/** A form as a server reads it: of the Fetch API, or parsed into an object, like the `body` of Express. */
export type BumpForm = Pick<FormData, 'get'> | URLSearchParams | Record<string, unknown>;

/**
 * What a form says of a bump. `none`: it is not ticked. `price_changed`: the shopper saw another price, or the form does
 * not say which; show `price` and ask again. `unavailable`: the book does not make the offer to this order.
 */
export type TakenBump =
  | { verdict: 'none'; lines?: undefined }
  | { verdict: 'accepted'; offer: string; price: Money; lines: (OrderLine & { offer: string })[] }
  | { verdict: 'price_changed'; offer: string; price: Money; lines?: undefined }
  | { verdict: 'unavailable'; offer: string; reason: string; lines?: undefined };

const hasGet = (form: BumpForm): form is Pick<FormData, 'get'> => typeof form.get === 'function';

function fieldOf(form: BumpForm, name: string): string {
  const value: unknown = hasGet(form) ? form.get(name) : Object.hasOwn(form, name) ? form[name] : '';
  return typeof value === 'string' ? value : '';
}

/** Reads the bump of a form. Throws RefusedInput for a moment that cannot be used. */
export function readBump(
  { engine, book, isStopped }: Pick<AcceptServices, 'engine' | 'book' | 'isStopped'>,
  moment: Moment,
  form: BumpForm,
  name = 'bump',
): TakenBump {
  const offer = fieldOf(form, name);
  if (!offer) return { verdict: 'none' };
  let verified: Verification;
  try {
    verified = engine.verify({ moment, offer });
  } catch (error) {
    // A text that cannot be an id is no offer of the book.
    if (!(error instanceof RefusedInput) || !error.faults[0]?.pointer.startsWith('/offer')) throw error;
    return { verdict: 'unavailable', offer, reason: 'no_candidates' };
  }
  const { price } = verified;
  if (verified.verdict !== 'accepted' || !price) return { verdict: 'unavailable', offer, reason: verified.reason };
  if (isStopped(offer)) return { verdict: 'unavailable', offer, reason: 'finding' };
  const shown = fieldOf(form, `${name}-price`);
  const amount = /^\d{1,13}$/.test(shown) ? Number(shown) : kMaxMinor + 1;
  if (amount !== price.amount) return { verdict: 'price_changed', offer, price };
  return { verdict: 'accepted', offer, price, lines: book.offerLines(verified, moment.locale) };
}
