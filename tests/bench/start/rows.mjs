// Visits as rows: every figure over the empty script of the same round, and beside ours.
import { median } from '../race.mjs';

/** What a visit is measured by; all but the bytes are told over the empty script. */
export const figures = [
  'startMs',
  'scriptMs',
  'taskMs',
  'longTasks',
  'blockingMs',
  'wallLongTasks',
  'wallLongMs',
  'heapBytes',
  'wasmBytes',
];

const roundTo = (value) => Math.round(value * 1000) / 1000;

/** The median of a figure and what it lay between. */
function spreadOf(values) {
  return { median: roundTo(median(values)), min: roundTo(Math.min(...values)), max: roundTo(Math.max(...values)) };
}

/** One row an entrant. The floor's own figures are as they are; the others' are differences to its visit of the round. */
export function rowsOf({ key }, entrants) {
  const floor = entrants.find(({ lane }) => lane.role === 'floor');
  return entrants.map(({ lane, preload, visits }) => {
    const over = (figure) =>
      visits.map((each, round) => each[figure] - (lane.role === 'floor' ? 0 : floor.visits[round][figure]));
    return {
      profile: key,
      lane: lane.name,
      role: lane.role,
      preload,
      codeBytes: visits[0].codeBytes,
      dataBytes: visits[0].dataBytes,
      ...Object.fromEntries(figures.map((figure) => [figure, spreadOf(over(figure))])),
      visits: visits.map((each) => Object.fromEntries(figures.map((figure) => [figure, roundTo(each[figure])]))),
    };
  });
}

/** How many times ours a figure of a row is, by the medians; null where ours is too small to be a measure. */
export function timesOurs(row, ours, figure) {
  const base = ours[figure].median;
  return base > 0 ? row[figure].median / base : null;
}
