// Turns visits into rows: each figure minus that of the empty script in the same round, and relative to Aftermint.
import { median } from '../race.mjs';

/** The figures of a visit. All but the bytes are differences to the empty script. */
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

/** The median of a figure, its minimum and maximum. */
function spreadOf(values) {
  return { median: roundTo(median(values)), min: roundTo(Math.min(...values)), max: roundTo(Math.max(...values)) };
}

/**
 * One row per entrant. The empty script keeps its figures; the others are differences to its visit in the same round.
 */
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

/** The ratio of a row's figure to Aftermint's, by medians; null if Aftermint's is too small to divide by. */
export function timesOurs(row, ours, figure) {
  const base = ours[figure].median;
  return base > 0 ? row[figure].median / base : null;
}
