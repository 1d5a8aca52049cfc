/** Derives by trial which experiments count: the same moment, once with each arm of an experiment. */
import type { Decision } from '../../../web/src/types.js';
import { armOf, isHeldOut } from './bucket.js';
import { type Wanted, wantedOf } from './decision.js';
import { orderTotal } from './money.js';
import type { Objector } from './rules.js';
import type { Experiment, World } from './world.js';

/** The world in which every visitor is in one arm of an experiment. Everything else stays. */
function withArm(world: World, experiment: Experiment, arm: string): World {
  const { namespace: _, ...open } = experiment;
  const arms = experiment.arms.map((each) => ({ ...each, weightBps: each.id === arm ? 10_000 : 0 }));
  const experiments = world.book.experiments?.map((each) =>
    each.id === experiment.id ? { ...open, coverageBps: 10_000, arms } : each,
  );
  return { ...world, book: { ...world.book, experiments: experiments ?? [] } };
}

const counts = (world: World, experiment: Experiment) =>
  experiment.arms.some(({ id }) => wantedOf(withArm(world, experiment, id)).best?.offer.id === experiment.offer);

export function checkAssignment(world: World, wanted: Wanted, decision: Decision, object: Objector): void {
  const { best, showable } = wanted;
  const ranked = showable.map(({ offer }) => offer.id);
  const others = world.book.offers.map(({ id }) => id).filter((id) => !ranked.includes(id));
  const experiments = world.book.experiments ?? [];
  const counted = [...ranked, ...others.sort()].flatMap((id) =>
    experiments.filter((each) => each.offer === id && armOf(world, each) !== undefined && counts(world, each)),
  );
  const offer = best?.offer.id ?? counted[0]?.offer;
  const isMeasured = offer !== undefined && world.visitor !== '' && !world.preview;
  const want = isMeasured && {
    offer,
    holdout: isHeldOut(world),
    before: Number(orderTotal(world)),
    arms: counted.map((each) => ({ experiment: each.id, arm: armOf(world, each)?.id })),
  };
  const got = JSON.stringify(decision.assignment ?? false);
  object('assignment', got === JSON.stringify(want), () => `${got} instead of ${JSON.stringify(want)}`);
}
