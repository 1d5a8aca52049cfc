// Writes tests/golden/cases: the changes of each case, and the current answers of the program.
// After adding a case, run it and READ the answers in the diff: a person must confirm that they are correct.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyChanges } from './applyChanges.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const built = (name) => join(here, '../../build/native', name);
const read = (name) => JSON.parse(readFileSync(join(here, name), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'golden-'));

function ask(command, ...rest) {
  const files = rest.map((part) => {
    if (typeof part === 'string') return part;
    const name = join(folder, `${Math.random()}.json`);
    writeFileSync(name, JSON.stringify(part));
    return name;
  });
  const { stdout } = spawnSync(built('aftermint'), [command, ...files], { encoding: 'utf8' });
  return stdout;
}

/** Decision and view from the core without the check, as in a page. */
function view(book, moment) {
  const input = `${JSON.stringify(book)}\n${JSON.stringify(moment)}\n`;
  const { stdout } = spawnSync(built('aftermint_golden'), { input, encoding: 'utf8' });
  return JSON.parse(stdout);
}

for (const topic of process.argv.slice(2).length
  ? process.argv.slice(2)
  : ['decide', 'view', 'verify', 'check', 'rules']) {
  const file = join('cases', `${topic}.json`);
  const cases = read(file);
  for (const each of cases) {
    const book = applyChanges(read('book.json'), each.book);
    const moment = applyChanges(read('moment.json'), each.moment);
    if (topic === 'decide') each.decision = view(book, moment).decision;
    if (topic === 'view') each.tree = view(book, moment).view;
    if (topic === 'verify') each.result = JSON.parse(ask('verify', book, { moment, ...each.accept }, '--json'));
    if (topic === 'check' || (topic === 'rules' && !each.text))
      each.findings = JSON.parse(ask('check', book, '--json'));
  }
  writeFileSync(join(here, file), `${JSON.stringify(cases, null, 2)}\n`);
}
rmSync(folder, { recursive: true });
