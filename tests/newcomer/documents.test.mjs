// The code blocks of the documents for servers of any language, against the program and a running collector.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { at } from '../../scripts/lib/project.mjs';
import { kProgram } from './lib/shop.mjs';

const start = promisify(execFile);
const kKey = 'a-key-of-events-of-at-least-32-bytes';
const blockOf = (document, language, index = 0) =>
  [...readFileSync(at(document), 'utf8').matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))][index][1];

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'aftermint-documents-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program with a text as its standard input, and gives what it prints. */
async function pipe(program, args, input, env = {}) {
  const running = start(program, args, { cwd: folder, env: { ...process.env, ...env } });
  running.child.stdin.end(input);
  return (await running).stdout;
}

describe('docs/plain-form.md', () => {
  it('has an accept that verify judges, and refuses at another price', async () => {
    const accept = JSON.parse(blockOf('docs/plain-form.md', 'json'));
    assert.equal(blockOf('docs/plain-form.md', 'sh').trim(), 'aftermint verify book.json accept.json --json');
    writeFileSync(join(folder, 'book.json'), readFileSync(at('demo/books/demo.json')));
    const judge = async (shown) => {
      writeFileSync(join(folder, 'accept.json'), JSON.stringify(shown));
      const args = ['verify', 'book.json', 'accept.json', '--json'];
      return JSON.parse(await pipe(kProgram, args, '').catch(({ stdout }) => stdout));
    };
    const { verdict, price } = await judge(accept);
    assert.deepEqual([verdict, price], ['accepted', { amount: 1800, currency: 'GBP' }]);
    const { verdict: changed } = await judge({ ...accept, price: { ...accept.price, amount: 1700 } });
    assert.equal(changed, 'price_changed');
  });
});

describe('docs/book.md', () => {
  it('has an example that check accepts', async () => {
    const said = JSON.parse(await pipe(kProgram, ['check', '-', '--json'], blockOf('docs/book.md', 'json')));
    assert.deepEqual(
      said.findings.filter(({ severity }) => severity === 'error'),
      [],
    );
  });
});

describe('events of a server', () => {
  let collector;
  let url;
  before(async () => {
    writeFileSync(join(folder, 'book.json'), readFileSync(at('demo/books/demo.json')));
    const args = ['serve', '--book', 'book.json', '--store', 'sqlite:events.sqlite', '--port', '0'];
    collector = spawn(kProgram, args, {
      cwd: folder,
      env: { ...process.env, AFTERMINT_EVENT_KEYS: kKey },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: collector.stdout }), 'line');
    url = /http:\S+/.exec(line)[0];
  });
  after(async () => {
    if (collector?.exitCode === null && collector.kill()) await once(collector, 'exit');
  });

  const events = blockOf('docs/server-events.md', 'json');

  it('arrive signed by the Python of docs/server-events.md', async () => {
    writeFileSync(join(folder, 'send.py'), blockOf('docs/server-events.md', 'python'));
    const said = await pipe('python3', ['send.py'], events, { EVENT_KEY: kKey, COLLECTOR: `${url}/events` });
    assert.deepEqual(JSON.parse(said).refused ?? [], [], said);
  });

  it('arrive signed by the Node of docs/formats.md, and a repeat counts once', async () => {
    const text = readFileSync(at('docs/formats.md'), 'utf8');
    const [, code] = /^```js\n(\/\/ Node\n.*?)^```$/ms.exec(text);
    const begin = `const collector = ${JSON.stringify(url)}; const events = ${events};\n`;
    writeFileSync(
      join(folder, 'send.mjs'),
      begin +
        code.replace('await fetch', 'const sent = await fetch') +
        '\nconsole.log(sent.status, await sent.text());',
    );
    assert.match(
      await pipe(process.execPath, ['send.mjs'], '', { EVENT_KEY: kKey }),
      /^20\d .*"refused":\[\]|^20\d (?!.*refused)/,
    );
    const read = await pipe(kProgram, ['export', 'sqlite:events.sqlite', '--out', 'tables', '--as', 'csv'], '');
    assert.ok(read !== undefined);
    const orders = readFileSync(join(folder, 'tables/orders.csv'), 'utf8').trim().split('\n');
    assert.equal(orders.length, 2, 'a head and one order');
    assert.match(orders[1], /1001/);
  });

  it('are refused with another key', async () => {
    writeFileSync(join(folder, 'send.py'), blockOf('docs/server-events.md', 'python'));
    const wrong = { EVENT_KEY: 'w'.repeat(32), COLLECTOR: `${url}/events` };
    await assert.rejects(pipe('python3', ['send.py'], events, wrong), /401/);
  });
});
