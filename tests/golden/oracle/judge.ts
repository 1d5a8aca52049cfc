/** Checks each offer with each rule: every reason that forbids it, not only the first. */
import type { Path, Placement, Reason } from '../../../web/src/codes.gen.js';
import { armOf } from './bucket.js';
import { attributesOf, holds } from './condition.js';
import { copyRead } from './copy.js';
import { atMost, basisOf, type Expected, expectedOf, isInBand, offerPrice, sumOf, unitPrice } from './money.js';
import { pathOf } from './path.js';
import type { Rule } from './rules.js';
import { type Tie, tieOf } from './ties.js';
import { parseTime } from './time.js';
import type { Arm, Experiment, Item, Offer, OwnLine, World } from './world.js';

/** The tools of each placement (docs/craft.md, "Three tools"). */
const kTools: Record<Placement, string[]> = {
  product_page: ['cross_sell', 'bundle'],
  checkout: ['cross_sell'],
  post_purchase: ['cross_sell', 'upsell'],
  thank_you: ['cross_sell', 'upsell'],
  email: ['cross_sell', 'upsell'],
};

/** A reason that forbids an offer. */
type Against = Extract<Reason, Rule>;

/** An offer as this visitor would get it, and the reasons that forbid it. */
export interface Candidate {
  offer: Offer;
  tie: Tie;
  path: Path;
  arms: { experiment: Experiment; arm: Arm }[];
  items: Item[];
  /** The number of times that the items are offered. */
  times: number;
  /** The line that an upgrade replaces. */
  replaces: OwnLine | undefined;
  /** The amount charged. */
  amount: bigint;
  /** The amount that is compared with the price band. */
  judged: bigint;
  expected: Expected;
  /** The visitor's arm is not shown here, but the offer or another arm is. */
  control: boolean;
  objections: Set<Against>;
}

const piecesOf = (items: Item[], times: number, same: (item: Item) => boolean) =>
  items.filter(same).reduce((sum, item) => sum + (item.quantity ?? 1) * times, 0);

function* goodsObjections(world: World, offer: Offer, items: Item[], times: number): Generator<Against> {
  const { moment, products, lookedAt } = world;
  const inOrder = new Map<string, number>();
  for (const line of moment.order.lines) {
    inOrder.set(line.product, (inOrder.get(line.product) ?? 0) + (line.quantity ?? 1));
  }
  for (const item of items) {
    const product = products.get(item.product);
    if (product === undefined) continue;
    if (inOrder.has(item.product)) yield 'in_order';
    if (item.product === lookedAt && offer.type !== 'bundle') yield 'in_order';
    if (product.seller !== undefined && product.seller !== world.book.merchant) yield 'seller';
    const variant = product.variants?.find(({ id }) => id === item.variant);
    const ofProduct = piecesOf(items, times, (other) => other.product === item.product);
    const ofVariant = piecesOf(
      items,
      times,
      (other) => other.product === item.product && other.variant === item.variant,
    );
    if (variant?.stock !== undefined ? ofVariant > variant.stock : ofProduct > (product.stock ?? Infinity)) {
      yield 'stock';
    }
    if (ofProduct + (inOrder.get(item.product) ?? 0) > (product.maxPerOrder ?? Infinity)) yield 'quantity_limit';
  }
}

function* visitorObjections({ moment, now, policy }: World, offer: Offer): Generator<Against> {
  const visitor = moment.visitor;
  if (moment.order.lines.some((line) => line.offer === offer.id)) yield 'accepted';
  if (visitor?.declined?.includes(offer.id)) yield 'declined';
  const rest = policy.declineRestSeconds * 1_000;
  for (const before of visitor?.declinedBefore ?? []) {
    if (before.offer === offer.id && now < parseTime(before.at) + rest) yield 'declined_before';
  }
  if (offer.frequencyCap !== undefined) {
    const { exposures, seconds } = offer.frequencyCap;
    const counted = (visitor?.seen ?? []).filter(
      ({ offer: id, at }) => id === offer.id && now < parseTime(at) + seconds * 1_000,
    );
    if (counted.length >= exposures) yield 'frequency';
  }
}

function* offerObjections(world: World, offer: Offer, items: Item[], path: Path): Generator<Against> {
  const { book, moment, now } = world;
  if (offer.approved === false) yield 'not_approved';
  if (book.checked?.refused?.includes(offer.id)) yield 'finding';
  if (!kTools[moment.placement].includes(offer.type)) yield 'type_placement';
  const { from, until } = offer.schedule ?? {};
  if (from !== undefined && now < parseTime(from)) yield 'schedule';
  if (until !== undefined && now >= parseTime(until)) yield 'schedule';
  if (offer.when !== undefined && !holds(offer.when, attributesOf(world))) yield 'condition';
  const copy = copyRead(world, offer);
  if (copy === undefined) yield 'no_copy';
  if (path === 'link' && !offer.link) yield 'no_link';
  const recurring = items.some((item) => world.products.get(item.product)?.recurring !== undefined);
  if (recurring && (path === 'form' || !copy?.terms)) yield 'recurring';
}

/** The visitor's arms of the experiments on an offer, and the offer with their changes. */
export function takenArms(world: World, offer: Offer) {
  const arms: Candidate['arms'] = [];
  for (const experiment of world.book.experiments ?? []) {
    const arm = experiment.offer === offer.id ? armOf(world, experiment) : undefined;
    if (arm !== undefined) arms.push({ experiment, arm });
  }
  // If two experiments change the same thing, the later one wins.
  const last = <T>(of: (arm: Arm) => T | undefined) =>
    arms.map(({ arm }) => of(arm)).reduce((before, value) => value ?? before, undefined);
  return {
    arms,
    items: last((arm) => (arm.items?.length ? arm.items : undefined)) ?? offer.items,
    price: last((arm) => arm.price) ?? offer.price,
    placements: last((arm) => (arm.placements?.length ? arm.placements : undefined)) ?? offer.placements,
  };
}

/** Whether other visitors may see the offer here, in another arm or outside the experiment. */
function isShownToOthers(offer: Offer, arms: Candidate['arms'], placement: Placement): boolean {
  if (offer.placements.includes(placement)) return true;
  return arms.some(({ experiment }) => experiment.arms.some((arm) => arm.placements?.includes(placement)));
}

/** The offer as a candidate, or undefined if it is related to nothing in the moment. */
export function judge(world: World, offer: Offer): Candidate | undefined {
  const { arms, items, price, placements } = takenArms(world, offer);
  const tie = tieOf(world, offer, items);
  if (tie === undefined) return undefined;
  const path = pathOf(world);
  const line = world.lines.find(({ product }) => product === tie.trigger);
  const upgrades = offer.type === 'upsell' && tie.relation === 'upgrade' && items.length === 1;
  const replaces = upgrades && world.lookedAt === '' ? line : undefined;
  const times = replaces?.quantity ?? 1;
  const asked = offerPrice(world, items, price);
  const amount = replaces === undefined ? asked : atMost(asked * BigInt(times)) - sumOf([replaces]);
  let judged = amount;
  if (world.moment.placement === 'product_page' && offer.type === 'bundle') {
    for (const item of items) {
      if (item.product === tie.trigger) judged -= unitPrice(world, item) * BigInt(item.quantity ?? 1);
    }
    if (judged < 0n) judged = 0n;
  }
  const here = world.moment.placement;
  const objections = new Set<Against>([
    ...offerObjections(world, offer, items, path),
    ...goodsObjections(world, offer, items, times),
    ...visitorObjections(world, offer),
  ]);
  if (!isInBand(world, basisOf(world), judged)) objections.add('price_band');
  const elsewhere = !placements.includes(here);
  const control = elsewhere && isShownToOthers(offer, arms, here);
  if (elsewhere && !control) objections.add('placement');
  const expected = expectedOf(world, offer, path);
  return { offer, tie, path, arms, items, times, replaces, amount, judged, expected, control, objections };
}
