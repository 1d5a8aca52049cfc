// `npm run tact`: how much of what presses is found, and how much of what does not is left alone, on texts of real
// shops. Texts of Princeton's dark patterns study (2019) and of ec-darkpattern (2022), under AFTERMINT_DATA/tact-copy.
//
// The rules were written while reading one half of each file, the texts whose SHA-256 is even, and first run on the
// other half when they were done; docs/tact.md says what that first run gave. Both halves are printed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cmake } from './lib/cmake.mjs';
import { alone, at, environment, isMain, main, Plain, run } from './lib/project.mjs';

const folder = join(environment.AFTERMINT_DATA, 'tact-copy');
const press = ['no_false_urgency', 'social_pressure', 'guilt'];
const half = (text) => (createHash('sha256').update(text).digest()[0] % 2 === 0 ? 'read' : 'kept');

const row = (cells) =>
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(30) : String(cell).padStart(14))).join(''));
const share = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
const of = (part, whole) => (whole === 0 ? '–' : `${part}/${whole}`);

/** What `check-copy` finds in each text, as that field; the codes, in order. */
async function judged(field, texts) {
  const input = texts.map((text) => `${JSON.stringify({ field, locale: 'en', text })}\n`).join('');
  const { code, output } = await run(at('build/native/aftermint'), ['check-copy'], { input, capture: true });
  const answers = output.trimEnd().split('\n');
  if (code > 1 || answers.length !== texts.length) throw new Plain(`check-copy ended with ${code}`);
  return answers.map((line) => JSON.parse(line).findings);
}

/** One line of the table: how many of the rows were hit, in the half that was read, in the half kept, in all. */
function line(name, rows, hit) {
  const cells = ['read', 'kept', undefined].flatMap((which) => {
    const part = rows.filter((each) => which === undefined || half(each.text) === which);
    const hits = part.filter(hit).length;
    return which === undefined ? [of(hits, part.length), share(hits, part.length)] : [of(hits, part.length)];
  });
  row([name, ...cells]);
}

export async function tact() {
  if (!existsSync(join(folder, 'dark-patterns.json'))) {
    console.log(`SKIPPED: no texts at ${folder} (set AFTERMINT_DATA)`);
    return;
  }
  const read = (name, type) =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')).map((each) => ({ text: each.text, type: each[type] }));
  const files = [
    ['Princeton dark patterns', read('dark-patterns.json', 'type')],
    ['ec-darkpattern', read('ec-darkpattern.json', 'Pattern Category')],
  ];
  for (const [name, rows] of files) {
    const texts = rows.map(({ text }) => text);
    const [benefit, decline] = [await judged('benefit', texts), await judged('decline', texts)];
    for (const [i, each] of rows.entries()) Object.assign(each, { benefit: benefit[i], decline: decline[i] });
    const types = [...new Set(rows.map(({ type }) => type))].sort();
    console.log(`\n${name}: ${rows.length} texts`);
    row(['as benefit: found to press', 'half read', 'half kept', 'all', 'recall']);
    for (const type of types) {
      const those = rows.filter((each) => each.type === type);
      line(type, those, (each) => each.benefit.some((code) => press.includes(code)));
    }
    row(['as decline: refused', 'half read', 'half kept', 'all', 'recall']);
    for (const type of types.filter((each) => each === 'Confirmshaming' || each === 'Misdirection')) {
      line(
        type,
        rows.filter((each) => each.type === type),
        (each) => each.decline.includes('decline_neutral'),
      );
    }
  }
  const shops = files[1][1];
  const ordinary = shops.filter(({ type }) => type === 'Not Dark Pattern');
  console.log(
    '\nPrecision on ec-darkpattern, by code: of the texts that have it, those that are of the kind it is for',
  );
  row(['code', 'right', 'ordinary', 'other kinds', 'precision']);
  const kinds = { no_false_urgency: ['Scarcity', 'Urgency'], social_pressure: ['Social Proof'], guilt: [] };
  for (const code of press) {
    const having = shops.filter(({ benefit }) => benefit.includes(code));
    const dark = having.filter(({ type }) => type !== 'Not Dark Pattern');
    const right = kinds[code].length === 0 ? dark : dark.filter(({ type }) => kinds[code].includes(type));
    row([
      code,
      right.length,
      having.length - dark.length,
      dark.length - right.length,
      share(right.length, having.length),
    ]);
  }
  console.log('\nOrdinary texts (label 0), as benefit:');
  line('flagged as pressing', ordinary, ({ benefit }) => benefit.some((code) => press.includes(code)));
  line('flagged by any rule', ordinary, ({ benefit }) => benefit.length > 0);
  for (const each of ordinary.filter(({ benefit }) => benefit.length > 0)) {
    console.log(`  ${each.benefit.join(', ')}: ${JSON.stringify(each.text.trim().slice(0, 80))}`);
  }
  const neutral = JSON.parse(readFileSync(at('tests/golden/cases/neutral-declines.json'), 'utf8'));
  console.log('\nNeutral decline labels accepted:');
  for (const [locale, labels] of Object.entries(neutral)) {
    const input = labels.map((text) => `${JSON.stringify({ field: 'decline', locale, text })}\n`).join('');
    const { output } = await run(at('build/native/aftermint'), ['check-copy'], { input, capture: true });
    const good = output
      .trimEnd()
      .split('\n')
      .filter((answer) => JSON.parse(answer).findings.length === 0).length;
    console.log(`  ${locale} ${good}/${labels.length}`);
  }
}

if (isMain(import.meta.url)) {
  await main(() =>
    alone(async () => {
      await cmake('native', 'aftermint');
      await tact();
    }),
  );
}
