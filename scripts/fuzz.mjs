// `npm run fuzz [-- TARGET…] [--seconds N]`: runs the fuzz targets of tests/fuzz with libFuzzer, by default for 60
// seconds each. Starts with texts from tests/golden and tests/fuzz/seeds, and the inputs that earlier runs kept (build/fuzz/learned-*). Exits
// with 1 if a target failed; the input is saved, and `aftermint_fuzz_TARGET FILE` runs it again.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { cmake } from './lib/cmake.mjs';
import { withBuildLock, at, filesBelow, main, Plain, root, run } from './lib/project.mjs';
import { setup } from './setup.mjs';

const count = (number) => number.toLocaleString('en-GB');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const cases = (name) => readJson(at('tests/golden/cases', `${name}.json`));

/** All strings in a JSON value; with `keys` also the keys of its objects. */
function strings(value, keys = false) {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  const own = keys && !Array.isArray(value) ? Object.keys(value) : [];
  return [...own, ...Object.values(value).flatMap((each) => strings(each, keys))];
}

const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt']; // by the second byte of an input, as in copy.cpp
const [decline, headline, accept] = [0, 1, 3]; // by the first
const oneClick = accept + 4;

/** Texts with the leading bytes that say what kind they are (tests/fuzz/doors.h). */
function copySeeds() {
  const seed = (kind, language, text) =>
    Buffer.concat([Buffer.from([kind, languages.indexOf(language)]), Buffer.from(text)]);
  const of = (name, kind) =>
    Object.entries(cases(name)).flatMap(([language, texts]) =>
      strings(texts).map((text) => seed(kind, language, text)),
    );
  return [
    ...['neutral-declines', 'shaming-declines'].flatMap((name) => of(name, decline)),
    ...['pressing-copy', 'honest-copy'].flatMap((name) => of(name, headline)),
    ...[
      ['en', 'Pay {price} now'],
      ['de', 'Für {price} zahlungspflichtig bestellen'],
      ['fr', 'Payer {price} maintenant'],
    ].map(([language, text]) => seed(oneClick, language, text)),
  ];
}

const bookSeeds = () =>
  [at('tests/golden/book.json'), ...filesBelow('demo/books', /\.json$/)].map((path) =>
    Buffer.from(JSON.stringify(readJson(path))),
  );

/** The texts of tests/fuzz/seeds/NAME. */
const seedFiles = (name) => () => filesBelow(`tests/fuzz/seeds/${name}`, /\.txt$/).map((path) => readFileSync(path));

/** A target whose first inputs and words are those of its seed files. */
const seeded = (name, most, more = []) => ({
  seeds: seedFiles(name),
  words: () => [
    ...more,
    ...seedFiles(name)().flatMap((seed) => seed.toString().match(/"[^"\n]{1,40}"|[\w-]{3,40}/g) ?? []),
  ],
  most,
});

/** The fuzz targets: their first inputs, the words of their dictionary, and their longest input in bytes. */
const targets = {
  copy: {
    seeds: copySeeds,
    words: () =>
      ['neutral-declines', 'shaming-declines', 'pressing-copy', 'honest-copy']
        .flatMap((name) => strings(cases(name)))
        .flatMap((text) => text.split(/[^\p{L}\p{N}']+/u)),
    most: 1_000,
  },
  book: {
    seeds: bookSeeds,
    words: () => [
      ...strings(readJson(at('tests/golden/book.json')), true).map((text) => JSON.stringify(text)),
      ...strings(Object.values(readJson(at('core/codes.json'))).map(({ values }) => Object.keys(values ?? {}))).map(
        (text) => JSON.stringify(text),
      ),
    ],
    most: 32_000,
  },
  http: seeded('http', 4_000, [
    '\r\n',
    'Transfer-Encoding: ',
    'Content-Length: ',
    'chunked',
    'HTTP/1.1\r\n',
    '%2e',
    '%00',
  ]),
  event: seeded('event', 8_000),
  accept: seeded('accept', 8_000),
  ticket: seeded('ticket', 4_000),
  webhook: seeded('webhook', 4_000, ['t=', 'v1=', ',', '\n']),
  moment: seeded('moment', 8_000),
  orders: seeded('orders', 4_000, ['"', '""', ';', '\t', '\r\n', '1.299,50', '-1', '×']),
  patch: seeded('patch', 4_000, ['"/-"', '~1', '~0']),
  answer: seeded('answer', 8_000),
  provider: seeded('provider', 8_000),
};

const entryOf = (word) =>
  `"${[...Buffer.from(word)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"\n`;

/** Writes the first inputs and the dictionary, and returns the arguments for libFuzzer. */
function prepare(name, seconds) {
  const { seeds, words, most } = targets[name];
  const folder = at('build/fuzz');
  const [learned, begun] = [join(folder, `learned-${name}`), join(folder, `seeds-${name}`)];
  rmSync(begun, { recursive: true, force: true });
  for (const each of [learned, begun]) mkdirSync(each, { recursive: true });
  for (const [i, seed] of seeds().entries()) writeFileSync(join(begun, String(i)), seed);
  const dictionary = join(folder, `${name}.dict`);
  writeFileSync(
    dictionary,
    [...new Set(words())]
      .filter((word) => word.length > 1 && word.length < 60)
      .map(entryOf)
      .join(''),
  );
  return [
    `-max_total_time=${seconds}`,
    `-max_len=${most}`,
    `-dict=${dictionary}`,
    `-artifact_prefix=${join(folder, `found-${name}-`)}`,
    '-timeout=10',
    '-print_final_stats=1',
    learned,
    begun,
  ];
}

const foundBy = (name) => readdirSync(at('build/fuzz')).filter((file) => file.startsWith(`found-${name}-`));

/** Runs a fuzz target and prints the results. Returns true if nothing was found. */
async function fuzz(name, seconds) {
  const args = prepare(name, seconds);
  const before = foundBy(name);
  console.log(`\n── ${name}: ${seconds} s`);
  // libFuzzer writes to standard error only.
  const { code, output } = await run(
    'sh',
    ['-c', 'exec "$0" "$@" 2>&1', at(`build/fuzz/aftermint_fuzz_${name}`), ...args],
    {
      capture: true,
    },
  );
  writeFileSync(at('build/fuzz', `${name}.log`), output);
  const stat = (key) => Number(output.match(new RegExp(`^stat::${key}:\\s+(\\d+)`, 'm'))?.[1] ?? Number.NaN);
  const covered = [...output.matchAll(/\bcov: (\d+)/g)].at(-1)?.[1];
  const executions = stat('number_of_executed_units');
  console.log(
    `   ${count(executions)} executions, ${count(stat('average_exec_per_sec'))} a second, ${covered} edges covered, ` +
      `${count(readdirSync(at(`build/fuzz/learned-${name}`)).length)} inputs learned`,
  );
  const found = foundBy(name).filter((file) => !before.includes(file));
  for (const [line] of output.matchAll(/^(BROKEN:|SUMMARY:|==\d+==ERROR:).*$/gm)) console.log(`   ${line}`);
  for (const file of found) console.log(`   saved: ${relative(root, at('build/fuzz', file))}`);
  if (code === 0 && found.length === 0) console.log('   nothing found');
  if (!(executions > 0)) throw new Plain(`The fuzz target ${name} ran no input: see build/fuzz/${name}.log.`);
  return code === 0 && found.length === 0;
}

await main(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seconds: { type: 'string' } } });
  const seconds = Number(values.seconds ?? 60);
  const unknown = positionals.filter((name) => !Object.hasOwn(targets, name));
  if (unknown.length > 0)
    throw new Plain(`There is no fuzz target ${unknown.join(', ')}. Targets: ${Object.keys(targets).join(', ')}.`);
  if (!Number.isInteger(seconds) || seconds < 1) throw new Plain('--seconds must be a whole number of at least 1.');
  const names = positionals.length > 0 ? positionals : Object.keys(targets);
  await setup(['build', 'fuzz']);
  await withBuildLock(async () => {
    await cmake('fuzz', ...names.map((name) => `aftermint_fuzz_${name}`));
    let clean = true;
    for (const name of names) clean = (await fuzz(name, seconds)) && clean;
    if (!clean) throw new Plain('At least one fuzz target failed.');
  });
});
