/**
 * Where answers are known to differ from the rules. Each entry says for which pairs, and goes when that is mended:
 * the test fails for an entry that excuses nothing.
 */
import type { Presented } from '../../../web/src/types.js';
import { takenArms } from './judge.js';
import { listPrice } from './money.js';
import type { Rule } from './rules.js';
import { tieOf } from './ties.js';
import type { World } from './world.js';

export interface Awaited {
  name: string;
  /** What is excused; every rule where absent, since another offer may win for it. */
  rules?: Rule[];
  concerns: (world: World, answer: Presented) => boolean;
}

const byLink = ({ moment: { placement } }: World) => placement === 'thank_you' || placement === 'email';
const paidSince = ({ moment: { order }, policy }: World, now: number) =>
  order.paidAt !== undefined && now >= Date.parse(order.paidAt) + policy.windowSeconds * 1_000;

export const awaited: Awaited[] = [
  {
    name: 'relevance: the items of a product arm are shown by the tie of the items they stand in for',
    concerns: (world) =>
      world.book.offers.some((offer) => {
        const { items } = takenArms(world, offer);
        return JSON.stringify(tieOf(world, offer, items)) !== JSON.stringify(tieOf(world, offer, offer.items));
      }),
  },
  {
    name: 'relevance: a declared relation counts as a mere category or tag where `for` matched by that',
    concerns: (world) =>
      world.book.offers.some((offer) => {
        const { products = [], categories = [], tags = [] } = offer.for ?? {};
        const tie = tieOf(world, offer, takenArms(world, offer).items);
        const declared = tie !== undefined && ['upgrade', 'complement', 'bundle'].includes(tie.relation);
        return declared && !products.includes(tie.trigger) && products.length + categories.length + tags.length > 0;
      }),
  },
  {
    name: 'stock, quantity_limit: a product that stands twice in an offer is counted piece by piece',
    concerns: (world) =>
      world.book.offers.some((offer) => {
        const ids = takenArms(world, offer).items.map(({ product }) => product);
        return new Set(ids).size < ids.length;
      }),
  },
  {
    name: 'control: a visitor in no arm of a placement experiment is its control, if in an arm of another',
    concerns: (world) =>
      world.book.offers.some((offer) => {
        const { arms } = takenArms(world, offer);
        const left = (world.book.experiments ?? []).filter(
          (experiment) => experiment.offer === offer.id && arms.every((taken) => taken.experiment !== experiment),
        );
        const here = left.some((experiment) =>
          experiment.arms.some((arm) => arm.placements?.includes(world.moment.placement)),
        );
        return here && arms.length > 0 && !offer.placements.includes(world.moment.placement);
      }),
  },
  {
    name: 'order_not_paid: a thank-you page and a mail offer beside an order whose payment is not known yet',
    concerns: (world) => byLink(world) && world.moment.order.status === 'pending',
  },
  {
    name: 'window_closed: the window does not close for links',
    concerns: (world) => byLink(world) && paidSince(world, world.now),
  },
  {
    name: 'until: a link decided within the window does not say when it ends',
    rules: ['until'],
    concerns: (world) => byLink(world) && world.moment.order.paidAt !== undefined,
  },
  {
    name: 'price_upfront: the price of a bump stands behind its box',
    rules: ['price_upfront'],
    concerns: ({ moment }) => moment.placement === 'checkout',
  },
  {
    name: 'bundle_price: a bundle that saves nothing, or costs more, is set beside the sum one by one',
    rules: ['bundle_price'],
    concerns: (world, { decision }) =>
      decision.offer !== null && Number(listPrice(world, decision.items)) <= decision.price.amount,
  },
  {
    name: 'upgrade_named: the variant that an upgrade replaces is not named',
    rules: ['upgrade_named'],
    concerns: (_, { decision }) => decision.offer !== null && decision.replaces?.variant !== undefined,
  },
];
