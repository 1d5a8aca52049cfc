/** GrowthBook's published hash (version 2), and the holdout and arms drawn with it. */
import type { Arm, Experiment, World } from './world.js';

const utf8 = new TextEncoder();

/** 32-bit FNV-1a over UTF-8. */
export function fnv32a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of utf8.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** The bucket of a visitor for a seed, from 0 to 9,999. */
export const bucketOf = (seed: string, visitor: string) => fnv32a(String(fnv32a(seed + visitor))) % 10_000;

export function isHeldOut({ book, visitor, preview }: World): boolean {
  if (book.holdout === undefined || visitor === '' || preview) return false;
  return bucketOf(`holdout:${book.holdout.seed}`, visitor) < book.holdout.shareBps;
}

function isInNamespace(visitor: string, space: NonNullable<Experiment['namespace']>): boolean {
  const place = (fnv32a(`${visitor}__${space.id}`) % 1_000) * 10;
  return place >= space.fromBps && place < space.untilBps;
}

/** The visitor's arm of an experiment, also for a visitor of the holdout; or the arm that a preview forces. */
export function armOf(world: World, experiment: Experiment): Arm | undefined {
  const asked = world.moment.preview?.find((forced) => forced.experiment === experiment.id);
  if (asked !== undefined) {
    const forced = experiment.arms.find((arm) => arm.id === asked.arm);
    if (forced !== undefined) return forced;
  }
  if (world.visitor === '') return undefined;
  if (experiment.namespace !== undefined && !isInNamespace(world.visitor, experiment.namespace)) return undefined;
  const bucket = bucketOf(experiment.id, world.visitor);
  let start = 0;
  for (const arm of experiment.arms) {
    // In integers: bucket < start + coverage × weight, with both sides times 10,000.
    const covered = start * 10_000 + (experiment.coverageBps ?? 10_000) * arm.weightBps;
    if (bucket >= start && bucket * 10_000 < covered) return arm;
    start += arm.weightBps;
  }
  return undefined;
}
