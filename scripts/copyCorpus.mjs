/**
 * @file `npm run copy`: recall and precision of the copy rules on texts of real shops: those of Princeton's dark
 * patterns study (2019) and of ec-darkpattern (2022), below AFTERMINT_DATA/tact-copy.
 *
 * The rules were written with one half of each file in view, the texts whose SHA-256 starts with an even byte. They
 * first ran on the other half when they were finished; docs/copy.md has the results of that run. Both halves are
 * printed.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cmake } from './lib/cmake.mjs';
import { withBuildLock, at, environment, isMain, main, Plain, run } from './lib/project.mjs';

const folder = join(environment.AFTERMINT_DATA, 'tact-copy');
const pressure = ['no_false_urgency', 'social_pressure', 'guilt'];
const halfOf = (text) => (createHash('sha256').update(text).digest()[0] % 2 === 0 ? 'seen' : 'unseen');

const row = (cells) =>
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(30) : String(cell).padStart(14))).join(''));
const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
const fraction = (part, whole) => (whole === 0 ? '–' : `${part}/${whole}`);
const hasPressure = ({ benefit }) => benefit.some((code) => pressure.includes(code));

/** The finding codes of `aftermint check-copy` for each text, checked as that field. */
async function findingsOf(field, texts, locale = 'en') {
  const input = texts.map((text) => `${JSON.stringify({ field, locale, text })}\n`).join('');
  const { code, output } = await run(at('build/native/aftermint'), ['check-copy'], { input, capture: true });
  const answers = output.trimEnd().split('\n');
  if (code > 1 || answers.length !== texts.length) throw new Plain(`check-copy ended with ${code}`);
  return answers.map((line) => JSON.parse(line).findings);
}

/** Prints how many of the texts were found: in the half seen, in the half unseen, in both. */
function printRecall(name, texts, isFound) {
  const cells = ['seen', 'unseen', undefined].flatMap((half) => {
    const part = texts.filter((each) => half === undefined || halfOf(each.text) === half);
    const found = part.filter(isFound).length;
    return half === undefined
      ? [fraction(found, part.length), percent(found, part.length)]
      : [fraction(found, part.length)];
  });
  row([name, ...cells]);
}

/** Recall by the type that the study gives a text. */
function printFile(name, texts) {
  const ofType = (type) => texts.filter((each) => each.type === type);
  const types = [...new Set(texts.map(({ type }) => type))].sort();
  console.log(`\n${name}: ${texts.length} texts`);
  row(['as benefit: pressure found', 'half seen', 'half unseen', 'all', 'recall']);
  for (const type of types) printRecall(type, ofType(type), hasPressure);
  row(['as decline: refused', 'half seen', 'half unseen', 'all', 'recall']);
  for (const type of types.filter((each) => each === 'Confirmshaming' || each === 'Misdirection')) {
    printRecall(type, ofType(type), (each) => each.decline.includes('decline_neutral'));
  }
}

/** Of the texts with each code, how many are of the type that the code is about. */
function printPrecision(texts) {
  const kinds = { no_false_urgency: ['Scarcity', 'Urgency'], social_pressure: ['Social Proof'], guilt: [] };
  console.log('\nPrecision on ec-darkpattern, by code:');
  row(['code', 'right type', 'ordinary', 'other types', 'precision']);
  for (const code of pressure) {
    const found = texts.filter(({ benefit }) => benefit.includes(code));
    const dark = found.filter(({ type }) => type !== 'Not Dark Pattern');
    const right = kinds[code].length === 0 ? dark : dark.filter(({ type }) => kinds[code].includes(type));
    const ordinary = found.length - dark.length;
    row([code, right.length, ordinary, dark.length - right.length, percent(right.length, found.length)]);
  }
}

/** Ordinary texts that a rule flags although they are not dark patterns. */
function printOrdinary(texts) {
  const ordinary = texts.filter(({ type }) => type === 'Not Dark Pattern');
  console.log('\nOrdinary texts (label 0), as benefit:');
  printRecall('flagged as pressure', ordinary, hasPressure);
  printRecall('flagged by any rule', ordinary, ({ benefit }) => benefit.length > 0);
  for (const { benefit, text } of ordinary.filter((each) => each.benefit.length > 0)) {
    console.log(`  ${benefit.join(', ')}: ${JSON.stringify(text.trim().slice(0, 80))}`);
  }
}

async function printNeutralDeclines() {
  const neutral = JSON.parse(readFileSync(at('tests/golden/cases/neutral-declines.json'), 'utf8'));
  console.log('\nNeutral decline labels accepted:');
  for (const [locale, labels] of Object.entries(neutral)) {
    const findings = await findingsOf('decline', labels, locale);
    console.log(`  ${locale} ${findings.filter((codes) => codes.length === 0).length}/${labels.length}`);
  }
}

async function printAll() {
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
  for (const [name, texts] of files) {
    const all = texts.map(({ text }) => text);
    const [benefit, decline] = [await findingsOf('benefit', all), await findingsOf('decline', all)];
    for (const [i, each] of texts.entries()) Object.assign(each, { benefit: benefit[i], decline: decline[i] });
    printFile(name, texts);
  }
  printPrecision(files[1][1]);
  printOrdinary(files[1][1]);
  await printNeutralDeclines();
}

if (isMain(import.meta.url)) {
  await main(() =>
    withBuildLock(async () => {
      await cmake('native', 'aftermint');
      await printAll();
    }),
  );
}
