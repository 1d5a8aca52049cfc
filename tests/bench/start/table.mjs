// Prints the start-up of every lane as tables.
import { kilo, mega, print, title } from '../table.mjs';
import { timesOurs } from './rows.mjs';

const width = 22;
const ms = (value) => `${value.toFixed(Math.abs(value) < 10 ? 1 : 0)} ms`;

/** A lane with preloads is a variant of the lane. */
export const labelOf = ({ lane, preload }) => (preload ? `${lane}, preloaded` : lane);

/** A figure and its ratio to Aftermint's in the same variant. */
function cell(row, ours, figure, say = ms) {
  const times = row.role === 'ours' || row.role === 'floor' ? null : timesOurs(row, ours, figure);
  return `${say(row[figure].median)}${times === null ? '' : ` x${times.toFixed(2)}`}`;
}

const between = ({ startMs: { min, max } }) => `${min.toFixed(0)} to ${max.toFixed(0)} ms`;

function printProfile(profile, rows) {
  title(`Start-up, ${profile.name}: over the empty script of the same round, and how many times ours`);
  const heads = ['offer painted', 'between', 'script', 'all tasks', 'long tasks (by wall)', 'heap + wasm'];
  print('', heads, width);
  for (const row of rows) {
    const ours = rows.find(({ role, preload }) => role === 'ours' && preload === row.preload);
    const cells = [
      cell(row, ours, 'startMs'),
      between(row),
      cell(row, ours, 'scriptMs'),
      cell(row, ours, 'taskMs'),
      `${row.longTasks.median} (${row.wallLongTasks.median})`,
      `${kilo(row.heapBytes.median)} + ${mega(row.wasmBytes.median)}`,
    ];
    print(`  ${labelOf(row)}${row.role === 'floor' ? ', as it is' : ''}`, cells, width);
  }
}

function printWeights(rows) {
  title('Bytes of a first visit on the wire, brotli 11: script and module, and the book or payload of twenty offers');
  print('', ['script and module', 'offers', 'times ours'], width);
  const ours = rows.find(({ role }) => role === 'ours');
  for (const { lane, codeBytes, dataBytes } of rows.filter(({ role }) => role !== 'floor')) {
    const times = (codeBytes + dataBytes) / (ours.codeBytes + ours.dataBytes);
    print(`  ${lane}`, [kilo(codeBytes), kilo(dataBytes), `x${times.toFixed(2)}`], width);
  }
}

export function printStart({ profiles, rows, rounds }) {
  for (const profile of profiles) {
    printProfile(
      profile,
      rows.filter((row) => row.profile === profile.key),
    );
  }
  printWeights(rows.filter(({ profile }) => profile === profiles[0].key));
  console.log(`Medians of ${rounds} cold visits each, in turn. Script and tasks by the thread's own clock.`);
}
