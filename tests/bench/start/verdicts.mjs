// Compares the figures of a page's start with our targets, each with its figures.
import { labelOf } from './table.mjs';
import { readFileSync } from 'node:fs';
import { timesOurs } from './rows.mjs';

const kScriptMs = { limit: 40, aim: 20 };
const kSlowLineMs = { limit: 160, aim: 120 };
/** The most bytes of script and module, which the build allows as well. */
export const kCodeBytes = JSON.parse(readFileSync('wasm/budget.json', 'utf8')).page.limit;
const ms = (value) => `${value.toFixed(1)} ms`;
const missed = (value, { aim }) => (value <= aim ? '' : `; the target of ${aim} ms is missed`);

function under(row, figure, limits, what) {
  const value = row[figure].median;
  return {
    aim: `${labelOf(row)}: ${what} under ${limits.limit} ms over an empty script`,
    holds: value < limits.limit,
    ratio: value / limits.limit,
    says: `${ms(value)} (${ms(row[figure].min)} to ${ms(row[figure].max)})${missed(value, limits)}`,
  };
}

/** Uses thread time, because in wall time other programs on the machine cause long tasks in any page. */
function noLongTask(row) {
  const { median, max } = row.longTasks;
  return {
    aim: 'no long task of ours on a processor 4 times slower',
    holds: median <= 0,
    ratio: median,
    says: `${median} more than the empty script has, ${max} at most; ${row.wallLongTasks.median} by wall time`,
  };
}

function light(ours, stack) {
  return [
    {
      aim: `script and module under ${(kCodeBytes / 1000).toFixed(2)} KB`,
      holds: ours.codeBytes < kCodeBytes,
      ratio: ours.codeBytes / kCodeBytes,
      says: `${ours.codeBytes} bytes`,
    },
    {
      aim: `no heavier than the stack it replaces, ${stack.lane}`,
      holds: ours.codeBytes <= stack.codeBytes,
      ratio: ours.codeBytes / stack.codeBytes,
      says: `${ours.codeBytes} bytes against ${stack.codeBytes}`,
    },
  ];
}

/** Compares with every rival of the same variant in the same rounds. */
function notSlower(rows) {
  return rows
    .filter(({ role }) => role === 'rival' || role === 'stack')
    .map((row) => {
      const ours = rows.find(({ role, preload }) => role === 'ours' && preload === row.preload);
      const ratio = timesOurs(row, ours, 'startMs');
      return {
        aim: `slow 4G: the offer is painted no later than with ${labelOf(row)}`,
        holds: ours.startMs.median <= row.startMs.median,
        ratio,
        says: `${ms(ours.startMs.median)} against ${ms(row.startMs.median)}`,
      };
    });
}

/** @returns {{ aim: string, holds: boolean, ratio: number | null, says: string }[]} */
export function startVerdictsOf({ rows }) {
  const of = (profile) => rows.filter((row) => row.profile === profile);
  const ours = (profile) => of(profile).filter(({ role }) => role === 'ours');
  const [slow] = ours('slow');
  return [
    ...light(
      slow,
      of('slow').find(({ role }) => role === 'stack'),
    ),
    under(slow, 'scriptMs', kScriptMs, 'script on a processor 4 times slower'),
    noLongTask(slow),
    ...ours('mobile').map((row) => under(row, 'startMs', kSlowLineMs, 'offer painted on slow 4G')),
    ...notSlower(of('mobile')),
  ];
}
