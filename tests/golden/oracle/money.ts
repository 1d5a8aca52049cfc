/** Prices, the price band and the expected value of showing an offer, in big integers. */
import type { Path } from '../../../web/src/codes.gen.js';
import type { Item, Offer, OwnLine, Price, World } from './world.js';

/** The price of one piece without an offer. */
export function unitPrice(world: World, item: Item): bigint {
  const product = world.products.get(item.product);
  const variant = product?.variants?.find(({ id }) => id === item.variant);
  return BigInt(variant?.price ?? product?.price ?? 0);
}

export const listPrice = (world: World, items: Item[]) =>
  items.reduce((sum, item) => sum + unitPrice(world, item) * BigInt(item.quantity ?? 1), 0n);

/** The price of the items in the offer; halves are rounded up. */
export function offerPrice(world: World, items: Item[], price: Price): bigint {
  if (price.kind === 'fixed') return BigInt(price.amount ?? 0);
  const list = listPrice(world, items);
  return price.kind === 'list' ? list : (list * BigInt(10_000 - (price.bps ?? 0)) * 2n + 10_000n) / 20_000n;
}

/** The maximum amount of the formats. Higher amounts count as the maximum. */
const kMostMoney = 1_000_000_000_000n;
export const atMost = (amount: bigint) => (amount > kMostMoney ? kMostMoney : amount);

export const sumOf = (lines: Pick<OwnLine, 'price' | 'quantity'>[]) =>
  atMost(lines.reduce((sum, line) => sum + BigInt(line.price) * BigInt(line.quantity), 0n));

/** The amount that prices are compared with: the goods without tax, or the product being viewed. */
export function basisOf(world: World): bigint {
  if (world.lookedAt !== '') return BigInt(world.products.get(world.lookedAt)?.price ?? 0);
  const goods = sumOf(world.lines) - BigInt(world.moment.order.tax ?? 0);
  return goods < 0n ? 0n : goods;
}

/** The total of the order before the offer. */
export function orderTotal({ moment: { order } }: World): bigint {
  return order.total === undefined
    ? sumOf(order.lines.map(({ price, quantity = 1 }) => ({ price, quantity })))
    : BigInt(order.total);
}

export function isInBand({ policy }: World, basis: bigint, amount: bigint): boolean {
  const { minBps, maxBps } = policy.priceBand;
  const limit = (bps: number) => (basis * BigInt(bps)) / 10_000n; // whole minor units, rounded down (docs/formats.md)
  return amount >= 0n && amount >= limit(minBps) && amount <= limit(maxBps);
}

export interface Expected {
  takeBps: bigint;
  value: bigint;
}

const kMillion = 1_000_000n;

/**
 * The estimated take rate is the posterior mean with the prior Beta(1, 9), and the estimated return rate that with
 * Beta(1, 19). For a link, the take rate is multiplied by the policy's share. Shares are integer millionths, and every
 * step is rounded down.
 */
export function expectedOf(world: World, offer: Offer, path: Path): Expected {
  const { shown, accepted, returned = 0 } = offer.evidence ?? { shown: 0, accepted: 0 };
  let take = (kMillion * BigInt(1 + accepted)) / BigInt(10 + shown);
  if (path === 'link') take = (take * BigInt(world.policy.linkTakeBps)) / 10_000n;
  const kept = kMillion - (kMillion * BigInt(1 + returned)) / BigInt(20 + accepted);
  const earned = (BigInt(offer.margin ?? 0) * take) / kMillion;
  return { takeBps: take / 100n, value: (earned * kept) / kMillion };
}
