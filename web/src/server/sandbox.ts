/** @file Payments that move no money, with test cards, for development and tests. */
import { randomId } from './text.js';
import type { Charge, ChargeState, PaymentProvider } from './types.js';
import { PaymentKeyReused } from './types.js';

/** What a sandbox has besides the provider. */
export interface Sandbox extends PaymentProvider {
  /** Confirms or abandons a charge that requires action. Returns the charge; null if it is unknown. */
  answerBank(charge: string, isConfirmed: boolean): Charge | null;
  /** A charge by its id, for the bank's page. */
  charged(charge: string): Charge | null;
  /** Charges of an order that succeeded and were not paid back. */
  succeeded(reference: string): Charge[];
}

const kSettlesAfterMs = 2000;

/**
 * A provider in memory. `method` of an order is the test card: `ok`, `ok_then_action` (the bank asks), `ok_then_declined`,
 * `ok_then_processing` (takes two seconds), `ok_once` (cannot be charged again); every other card is declined.
 *
 * Its idempotency keys follow Stripe's rules. The endpoint serves its bank page, `/bank/CHARGE`.
 */
export function sandbox({ now = Date.now }: { now?: () => number } = {}): Sandbox {
  interface Row {
    key: string;
    method: string;
    first: ChargeState;
    made: number;
    charge: Charge;
  }
  const rows: Row[] = [];
  const settled = ({ charge, made }: Row): Charge => {
    if (charge.state === 'processing' && now() >= made + kSettlesAfterMs) charge.state = 'succeeded';
    return { ...charge };
  };
  const outcome = (method: string): ChargeState => {
    if (method === 'ok_then_action') return 'requires_action';
    if (method === 'ok_then_processing') return 'processing';
    return method === 'ok' ? 'succeeded' : 'declined';
  };
  const byId = (id: string) => rows.find(({ charge }) => charge.id === id);
  return {
    async charge({ key, reference, amount, currency, method }) {
      if (key === '' || key.length > 255) throw new PaymentKeyReused('an idempotency key has 1 to 255 characters');
      const known = rows.find((row) => row.key === key);
      if (!known) {
        const state = outcome(method);
        const charge = { id: `ch_${randomId()}`, state, amount, currency, reference };
        rows.push({ key, method, first: state, made: now(), charge });
        return { ...charge };
      }
      const same =
        known.charge.amount === amount && known.charge.currency === currency && known.charge.reference === reference;
      if (!same || known.method !== method) throw new PaymentKeyReused(`key ${key} was used with other parameters`);
      return { ...known.charge, state: known.first };
    },
    async find({ key }) {
      const row = rows.find((each) => each.key === key);
      return row ? settled(row) : null;
    },
    async refund(id) {
      const row = byId(id);
      if (row?.charge.state === 'succeeded') row.charge.state = 'refunded';
      if (row?.charge.state !== 'refunded') throw new Error(`charge ${id} cannot be refunded`);
      return { ...row.charge };
    },
    listSince: async (since) =>
      rows.filter(({ made }) => made >= since).map((row) => ({ key: row.key, charge: settled(row) })),
    action: async (charge) => ({ url: `/bank/${charge}` }),
    chargesAgain: async (method) => (method === 'ok_once' ? 'this way of paying cannot be charged again' : true),
    answerBank(id, isConfirmed) {
      const row = byId(id);
      if (row?.charge.state === 'requires_action') row.charge.state = isConfirmed ? 'succeeded' : 'declined';
      return row ? { ...row.charge } : null;
    },
    charged: (id) => {
      const row = byId(id);
      return row ? settled(row) : null;
    },
    succeeded: (reference) =>
      rows.map(settled).filter((charge) => charge.reference === reference && charge.state === 'succeeded'),
  };
}
