/** Derives the expected decision from the rules and compares an answer with it. */
import type { Reason } from '../../../web/src/codes.gen.js';
import type { Decision, Offered, Trace } from '../../../web/src/types.js';
import { checkAssignment } from './assignment.js';
import { isHeldOut } from './bucket.js';
import { type Candidate, judge } from './judge.js';
import { basisOf, orderTotal } from './money.js';
import { barriersOf } from './path.js';
import { kRelations } from './ties.js';
import type { Objector, Rule } from './rules.js';
import { parseTime } from './time.js';
import type { Item, World } from './world.js';

type Forbidding = Extract<Reason, Rule>;

const isAfterPayment = ({ moment: { placement } }: World) =>
  placement === 'post_purchase' || placement === 'thank_you' || placement === 'email';

// The window belongs to the payment already made. A link leads to a new purchase, which has no window.
const windowEnd = (world: World) =>
  world.moment.placement === 'post_purchase' && world.moment.order.paidAt !== undefined
    ? parseTime(world.moment.order.paidAt) + world.policy.windowSeconds * 1_000
    : undefined;

/** All reasons that forbid any offer at the moment. */
export function momentObjections(world: World): Set<Forbidding> {
  const { order } = world.moment;
  const status = order.status ?? 'open';
  const reasons = new Set<Forbidding>();
  if (order.currency !== world.book.currency) reasons.add('currency');
  if (status === 'cancelled' || status === 'refunded') reasons.add('order_closed');
  // One click charges, so its order must be paid. A link charges nothing, so a pending order is enough.
  const isOneClickPlace = world.moment.placement === 'post_purchase';
  if (isAfterPayment(world) && status !== 'paid' && (isOneClickPlace || status !== 'pending')) {
    reasons.add('order_not_paid');
  }
  if (world.triggers.length === 0) reasons.add('order_empty');
  const end = windowEnd(world);
  if (end !== undefined && world.now >= end) reasons.add('window_closed');
  return reasons;
}

/** `order` is negative if `left` ranks first; `by` is the deciding criterion. */
function compare(left: Candidate, right: Candidate): { order: number; by: Reason } {
  const relation = kRelations.indexOf(left.tie.relation) - kRelations.indexOf(right.tie.relation);
  if (relation !== 0) return { order: relation, by: 'relation' };
  const value = right.expected.value - left.expected.value;
  if (value !== 0n) return { order: value < 0n ? -1 : 1, by: 'expected_value' };
  const priority = (right.offer.priority ?? 0) - (left.offer.priority ?? 0);
  if (priority !== 0) return { order: priority, by: 'priority' };
  return { order: left.offer.id < right.offer.id ? -1 : 1, by: 'id' };
}

/** What the rules require at a moment at which an offer may be made. */
export interface Wanted {
  candidates: Candidate[];
  /** The candidates without objections, best first. */
  showable: Candidate[];
  held: boolean;
  /** The offer to show, unless the visitor is in the holdout. */
  best: Candidate | undefined;
  /** The offer that the visitor does not see because of a control arm. */
  control: Candidate | undefined;
}

export function wantedOf(world: World): Wanted {
  const candidates = world.book.offers
    .map((offer) => judge(world, offer))
    .filter((candidate) => candidate !== undefined);
  const showable = candidates
    .filter(({ objections }) => objections.size === 0)
    .sort((left, right) => compare(left, right).order);
  const best = showable.find(({ control }) => !control);
  const control = showable[0]?.control ? showable[0] : undefined;
  return { candidates, showable, held: isHeldOut(world), best, control };
}

const sameItems = (items: Item[], candidate: Candidate) =>
  JSON.stringify(items) ===
  JSON.stringify(
    candidate.items.map(({ product, variant, quantity = 1 }) => ({
      product,
      ...(variant && { variant }),
      quantity: quantity * candidate.times,
    })),
  );

function untilOf(world: World, candidate: Candidate): number | undefined {
  const ends = [windowEnd(world)];
  if (candidate.offer.schedule?.until !== undefined) ends.push(parseTime(candidate.offer.schedule.until));
  const oneClickUntil = world.moment.platform?.oneClick?.until;
  if (candidate.path === 'one_click' && oneClickUntil !== undefined) ends.push(parseTime(oneClickUntil));
  const known = ends.filter((end) => end !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

/** The prior price may be shown if it is the lowest of 30 days and above the offer's price for the same goods. */
function priorOf({ offer, replaces, amount }: Candidate): number | undefined {
  const prior = offer.priorPrice;
  if (prior === undefined || replaces !== undefined) return undefined;
  return prior.amount <= prior.lowest30d && BigInt(prior.amount) > amount ? prior.amount : undefined;
}

function checkOffered(world: World, wanted: Wanted, decision: Offered, object: Objector): void {
  const candidate = wanted.candidates.find(({ offer }) => offer.id === decision.offer);
  object('relevance', candidate !== undefined, () => `${decision.offer} is related to nothing in the order`);
  if (candidate === undefined) return;
  for (const reason of candidate.objections) object(reason, false, () => `${decision.offer} is offered nevertheless`);
  object('control', !candidate.control, () => `${decision.offer} is offered to a visitor whose arm is not shown here`);
  object('ranking', candidate === wanted.best, () => `${wanted.best?.offer.id} ranks before ${decision.offer}`);
  const same = (rule: Rule, got: unknown, want: unknown) =>
    object(rule, got === want, () => `${decision.offer}: ${String(got)}, not ${String(want)}`);
  same('relevance', decision.relation, candidate.tie.relation);
  same('relevance', decision.trigger, candidate.tie.trigger);
  same('type', decision.type, candidate.offer.type);
  same('path', decision.path, candidate.path);
  same('price', decision.price.amount, Number(candidate.amount));
  same('price', decision.price.currency, world.book.currency);
  same('prior_price', decision.price.prior, priorOf(candidate));
  same('basis', decision.basis, Number(basisOf(world)));
  same('expected_value', decision.expected.takeBps, Number(candidate.expected.takeBps));
  same('expected_value', decision.expected.value, Number(candidate.expected.value));
  const until = untilOf(world, candidate);
  same('until', decision.until === undefined ? undefined : parseTime(decision.until), until);
  object('items', sameItems(decision.items, candidate), () => JSON.stringify(decision.items));
  const replaces = candidate.replaces;
  const total = replaces && Number(orderTotal(world) + candidate.amount);
  same('upgrade', decision.price.total, total);
  same('upgrade', decision.replaces?.product, replaces?.product);
  same('upgrade', decision.replaces?.variant ?? '', replaces?.variant ?? '');
  same('upgrade', decision.replaces?.quantity, replaces?.quantity);
}

/** Each line of the trace names one candidate and a reason that applies to it. */
function checkTrace(world: World, wanted: Wanted, decision: Decision, object: Objector): void {
  const ids = decision.trace.map((line) => line.offer);
  object('trace', new Set(ids).size === ids.length, () => 'a candidate is listed twice');
  const tied = wanted.candidates.map(({ offer }) => offer.id).sort();
  object('trace', JSON.stringify([...ids].sort()) === JSON.stringify(tied), () => `${ids} instead of ${tied}`);
  const first = wanted.control ?? wanted.best;
  for (const line of decision.trace) {
    const candidate = wanted.candidates.find(({ offer }) => offer.id === line.offer);
    if (candidate === undefined) continue;
    const verdict = (...allowed: string[]) =>
      object('trace', allowed.includes(`${line.verdict} ${line.reason}`), () => `${JSON.stringify(line)}: ${allowed}`);
    if (candidate.objections.size > 0) {
      verdict(
        ...[...candidate.objections].map((reason) => `refused ${reason}`),
        ...(candidate.control ? ['refused placement'] : []),
      );
      if (line.reason === 'price_band') checkBand(world, candidate, line, object);
    } else if (wanted.held) {
      if (candidate === (wanted.best ?? first)) verdict('withheld holdout');
      else if (candidate === wanted.control) verdict('withheld control');
      else verdict(`outranked ${compare(candidate, (wanted.best ?? first) as Candidate).by}`);
    } else if (candidate === wanted.control) {
      verdict('withheld control');
    } else if (candidate === wanted.best) {
      verdict('chosen offered');
    } else {
      verdict(`outranked ${compare(candidate, (wanted.best ?? first) as Candidate).by}`);
    }
  }
}

function checkBand(world: World, candidate: Candidate, line: Trace, object: Objector): void {
  const { amount = Number.NaN, min = Number.NaN, max = Number.NaN } = line;
  object('price_band', amount === Number(candidate.judged), () => `${JSON.stringify(line)}: ${candidate.judged}`);
  object('price_band', amount < min || amount > max, () => `${JSON.stringify(line)} is inside its band`);
  const basis = basisOf(world);
  const { minBps, maxBps } = world.policy.priceBand;
  const near = (edge: number, bps: number) => Math.abs(edge * 10_000 - Number(basis * BigInt(bps))) < 10_000;
  object(
    'price_band',
    near(min, minBps) && near(max, maxBps),
    () => `${JSON.stringify(line)} does not match the basis ${basis}`,
  );
}

function checkArms(world: World, wanted: Wanted, decision: Decision, object: Objector): void {
  const got = JSON.stringify(decision.arms);
  const of = (candidate: Candidate | undefined) =>
    (candidate?.arms ?? []).map(({ experiment, arm }) => ({ experiment: experiment.id, arm: arm.id }));
  const want = wanted.held ? [] : [...of(wanted.control), ...of(wanted.best)];
  object('arms', got === JSON.stringify(want), () => `${got} instead of ${JSON.stringify(want)}`);
  object('preview', (decision.preview === true) === world.preview, () => `preview is ${decision.preview}`);
}

/**
 * After payment, the decision says why one click is not possible: always at `post_purchase`, and at `thank_you` if the
 * moment has `platform.oneClick`.
 */
function checkBarrier(world: World, decision: Decision, object: Objector): void {
  const capability = world.moment.platform?.oneClick;
  const { placement } = world.moment;
  const owed = placement === 'post_purchase' || (placement === 'thank_you' && capability !== undefined);
  const barriers = owed ? barriersOf(world) : [];
  const given = decision.oneClick;
  object(
    'capability',
    given === undefined ? barriers.length === 0 : barriers.includes(given.reason),
    () => `${given?.reason}: ${barriers}`,
  );
  object('capability', given === undefined || given.said === capability?.reason, () => `said ${given?.said}`);
}

/** Reports each rule that a decision breaks. */
export function checkDecision(world: World, decision: Decision, object: Objector): void {
  object('placement', decision.placement === world.moment.placement, () => decision.placement);
  const forbidden = momentObjections(world);
  if (forbidden.size > 0) {
    for (const reason of forbidden) object(reason, decision.offer === null, () => `offers ${decision.offer}`);
    object(
      'reason',
      (forbidden as Set<string>).has(decision.reason),
      () => `${decision.reason}, not one of ${[...forbidden]}`,
    );
    object('trace', decision.trace.length === 0 && decision.withheld === null, () => JSON.stringify(decision.trace));
    object('assignment', decision.assignment === undefined, () => JSON.stringify(decision.assignment));
    return;
  }
  const wanted = wantedOf(world);
  const { held, best, control, candidates } = wanted;
  const first = best ?? control;
  const want =
    held && first !== undefined
      ? { offer: null, reason: 'holdout', withheld: first.offer.id }
      : best !== undefined
        ? { offer: best.offer.id, reason: 'offered', withheld: null }
        : control !== undefined
          ? { offer: null, reason: 'control', withheld: control.offer.id }
          : { offer: null, reason: candidates.length > 0 ? 'all_refused' : 'no_candidates', withheld: null };
  object('holdout', !held || decision.offer === null, () => `${decision.offer} is shown to a visitor in the holdout`);
  object('showable', decision.offer !== null || want.offer === null, () => `${want.offer} could be shown`);
  object('reason', decision.reason === want.reason, () => `${decision.reason}, not ${want.reason}`);
  object('withheld', decision.withheld === want.withheld, () => `${decision.withheld}, not ${want.withheld}`);
  if (decision.offer !== null) checkOffered(world, wanted, decision, object);
  checkTrace(world, wanted, decision, object);
  checkArms(world, wanted, decision, object);
  checkAssignment(world, wanted, decision, object);
  checkBarrier(world, decision, object);
}
