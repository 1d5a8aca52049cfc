// Runs the program of the npm package and the native one on the same inputs: the same bytes on standard output and
// standard error, the same exit codes, the same files.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { input } from '../../web/src/cli/checkCopy.js';
import { startWorkshop, type Workshop } from '../../web/src/cli/core.js';
import { run } from '../../web/src/cli/main.js';
import { output } from '../../web/src/cli/output.js';
import { applyChanges } from './applyChanges.mjs';

type Changes = { at: string; to?: unknown }[];
interface Case {
  name: string;
  book?: Changes;
  moment?: Changes;
  change?: Changes;
  text?: string;
  findings?: unknown;
}
interface Ran {
  exit: number;
  out: string;
  err: string;
}

const root = process.cwd();
const kNative = join(root, 'build/native/aftermint');
const kPackaged = join(root, 'dist/cli.mjs');

const read = (name: string) => JSON.parse(readFileSync(join(root, 'tests/golden', name), 'utf8')) as unknown;
const cases = (topic: string) => read(`cases/${topic}.json`) as Case[];
const bookOf = (one: Case) => JSON.stringify(applyChanges(read('book.json'), one.book), null, 2);
const momentOf = (one: Case) => JSON.stringify(applyChanges(read('moment.json'), one.moment));

let folder: string;
let module: Workshop;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aftermint-program-'));
  process.chdir(folder);
  module = await startWorkshop(join(root, 'dist/aftermint-workshop.wasm'));
});

after(() => {
  process.chdir(root);
  rmSync(folder, { recursive: true });
});

function spawned(program: string, words: string[], stdin: string | Buffer): Ran {
  const { status, stdout, stderr } = spawnSync(program, words, { input: stdin, cwd: folder });
  return { exit: status ?? -1, out: stdout.toString(), err: stderr.toString() };
}

/** Runs the commands in this process, because starting Node for each would take minutes. */
async function ran(words: string[], stdin: string | Buffer): Promise<Ran> {
  const texts = { 1: '', 2: '' };
  const { write } = output;
  const { stdin: usual } = input;
  output.write = (descriptor, text) => {
    texts[descriptor] += text;
  };
  input.stdin = async function* () {
    yield Buffer.from(stdin);
  };
  try {
    const exit = await run(words, async () => module);
    return { exit, out: texts[1], err: texts[2] };
  } finally {
    output.write = write;
    input.stdin = usual;
  }
}

/** Arabic digits as Latin ones: newer data of Unicode writes `ar` without a country in Latin digits. */
const latinDigits = ({ exit, out, err }: Ran): Ran => {
  const folded = out.replace(/[٠-٩]/g, (digit) => `${digit.charCodeAt(0) - 0x660}`).replaceAll('٫', '.');
  return { exit, out: folded, err };
};

/** Every fifth case, because each starts the native program; all with AFTERMINT_ALL. */
const some = (all: Case[]) => all.filter((_, i) => process.env.AFTERMINT_ALL || i % 5 === 0);

/** Runs both programs and compares what `compared` makes of their runs. */
async function agree(words: string[], stdin: string | Buffer = '', compared: (ran: Ran) => unknown = (one) => one) {
  const native = compared(spawned(kNative, words, stdin));
  const packaged = await ran(words, stdin);
  assert.deepEqual(compared(packaged), native, words.join(' '));
  return packaged;
}

const put = (name: string, text: string | Buffer) => {
  writeFileSync(join(folder, name), text);
  return name;
};
const textIn = (name: string) => readFileSync(join(folder, name), 'utf8');

/** The files below a folder with their texts. */
function filesIn(name: string): Record<string, string> {
  const files = readdirSync(join(folder, name), { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  const path = (entry: (typeof files)[number]) => join(entry.parentPath ?? entry.path, entry.name);
  const here = files.map((entry) => [
    path(entry).slice(folder.length + name.length + 2),
    readFileSync(path(entry), 'utf8'),
  ]);
  return Object.fromEntries(here.sort()) as Record<string, string>;
}

describe('the program of the package, as the native one', () => {
  it('decides and shows every golden decision and view', async () => {
    const inputsOf = (one: Case) => [put('book.json', bookOf(one)), put('moment.json', momentOf(one))];
    for (const one of some(cases('decide'))) await agree(['decide', ...inputsOf(one), '--explain']);
    for (const one of some(cases('view'))) {
      const inputs = inputsOf(one);
      await agree(['decide', ...inputs, '--explain', '--json']);
      for (const form of ['tree', 'html', 'text', 'email'])
        await agree(['view', ...inputs, '--as', form], '', latinDigits);
    }
  });

  it('checks and publishes every golden book with findings', async () => {
    const books = [...cases('check'), ...cases('rules')].filter(({ text }) => !text); // texts are checked below
    for (const one of some(books)) {
      put('book.json', bookOf(one));
      await agree(['check', 'book.json']);
    }
    for (const one of books.slice(0, 8)) {
      put('book.json', bookOf(one));
      await agree(['check', 'book.json', '--json']);
      put('book.json', bookOf(one));
      await agree(['check', 'book.json', '--publish', 'out.json'], '', (both) => [both, textIn('out.json')]);
      await agree(['check', 'out.json']); // the digest is that of the book
    }
  });

  it('publishes with a command of its own', async () => {
    put('book.json', bookOf({ name: '' }));
    const first = await agree(['check', 'book.json', '--publish', 'out.json']);
    const published = textIn('out.json');
    rmSync(join(folder, 'out.json'));
    assert.deepEqual(await ran(['publish', 'book.json', 'out.json'], ''), first);
    assert.equal(textIn('out.json'), published);
    put('out.json', published.replace('"headline":"', '"headline":"Changed '));
    const changed = await agree(['check', 'out.json']);
    assert.match(changed.err, /the book has changed since it was checked/);
  });

  it('refuses every golden input that cannot be used', async () => {
    for (const one of some(cases('refuse'))) {
      put('book.json', one.text ?? JSON.stringify(applyChanges(read('book.json'), one.change)));
      await agree(['check', 'book.json']);
      await agree(['check', 'book.json', '--json']);
    }
  });

  it('judges the golden texts line by line', async () => {
    const texts = cases('rules')
      .concat(cases('check'))
      .flatMap(({ text }) => (text ? [text] : []));
    const lines = [
      ...texts.map((text) => JSON.stringify({ field: 'benefit', text })),
      ...['de', 'fr', 'tr', 'ar', 'xx', ''].flatMap((locale) =>
        ['No thank you', 'Nein danke', 'Only 3 left!', 'Jetzt zahlen'].flatMap((text) =>
          ['decline', 'accept', 'headline'].map((field) => JSON.stringify({ path: 'one_click', text, locale, field })),
        ),
      ),
      '{"field":"accept"}',
      '{"field":"x","text":"a"}',
      '{"field":"accept","text":3}',
      '{"field":"accept","path":"x","text":"a"}',
      '{"field":"accept","text":"a","more":1}',
      '[1]',
      'nothing',
      '',
      '{"field":"accept","text":"\\ud800"}',
      '{"field":"accept","text":"a\\u202eb"}\r',
      `{"field":"accept","text":"${'long '.repeat(300_000)}"}`,
      '{"field":"decline","text":"No thank you"}',
    ];
    for (const options of [[], ['--explain'], ['--locale', 'de']]) {
      await agree(['check-copy', ...options], lines.join('\n'));
    }
    await agree(['check-copy'], Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x0a]));
    await agree(['check-copy'], '{"field":"decline","text":"No thank you"}\n');
  });

  it('prints what the best customer reads', async () => {
    put('book.json', bookOf({ name: '' }));
    put('demo.json', readFileSync(join(root, 'demo/books/demo.json')));
    for (const words of [['book.json'], ['demo.json'], ['demo.json', '--locale', 'de', '--products', '2']]) {
      await agree(['check', ...words, '--shopper']);
      await agree(['check', ...words, '--shopper', '--json']);
    }
  });

  it('writes the same shards', async () => {
    put('demo.json', readFileSync(join(root, 'demo/books/demo.json')));
    const weak = cases('check').find(({ text, findings }) => !text && JSON.stringify(findings).includes('"error"'));
    put('weak.json', bookOf(weak as Case));
    const withoutTimes = ({ exit, out, err }: Ran) => {
      const value = out.startsWith('{') ? (JSON.parse(out) as Record<string, unknown>) : out;
      if (typeof value === 'object') for (const name of ['seconds', 'peakMemory']) value[name] = typeof value[name];
      return [exit, value, err];
    };
    const withFiles = (both: Ran) => {
      const files = filesIn('out');
      rmSync(join(folder, 'out'), { recursive: true, force: true });
      return [withoutTimes(both), files];
    };
    for (const words of [[], ['--count', '4'], ['--count', '256', '--json'], ['--prune']]) {
      await agree(['shard', 'demo.json', 'out', ...words], '', withFiles);
    }
    await ran(['shard', 'demo.json', 'out', '--count', '4'], '');
    await agree(['shard', 'demo.json', 'out', '--count', '4', '--prune', '--json'], '', withoutTimes);
    mkdirSync(join(folder, 'out/0123456789abcdef'));
    const pruned = await ran(['shard', 'demo.json', 'out', '--count', '4', '--prune'], '');
    assert.match(pruned.out, /0 new files of \d+, 1 old folder removed/);
    await agree(['shard', 'weak.json', 'none']);
    await agree(['shard', 'weak.json', 'none', '--json']);
    await agree(['shard', 'demo.json', 'demo.json', '--json']);
  });

  it('forces arms, and refuses those that the book lacks', async () => {
    const inputs = [
      put('demo.json', readFileSync(join(root, 'demo/books/demo.json'))),
      put('moment.json', momentOf({ name: '' })),
    ];
    const { experiments = [] } = JSON.parse(textIn('demo.json')) as {
      experiments?: { id: string; arms: { id: string }[] }[];
    };
    assert.ok(experiments.length > 0);
    for (const { id, arms } of experiments) {
      for (const arm of arms) await agree(['decide', ...inputs, '--arm', `${id}=${arm.id}`, '--explain', '--json']);
      await agree(['decide', ...inputs, '--arm', `${id}=none`, '--json']);
    }
    await agree(['decide', ...inputs, '--arm', 'none=a', '--json']);
  });

  it('puts a base before paths, and refuses another', async () => {
    const one = cases('view').find(({ name }) => /link/.test(name)) ?? cases('view')[0];
    const inputs = [put('book.json', bookOf(one as Case)), put('moment.json', momentOf(one as Case))];
    for (const form of ['tree', 'html', 'email']) {
      await agree(['view', ...inputs, '--as', form, '--base', 'https://shop.example//', '--json']);
    }
    await agree(['view', ...inputs, '--base', 'http://shop.example', '--json']);
  });

  it('reads gzip, and shows hidden characters', async () => {
    put('book.gz', gzipSync(bookOf({ name: '' })));
    await agree(['check', 'book.gz']);
    put('cut.gz', gzipSync(bookOf({ name: '' })).subarray(0, 300));
    await agree(['check', 'cut.gz', '--json']);
    const hidden = 'a\u202eb\u200bc\u200dd\u0007 سلام\u200cها क्\u200dष 👩\u200d🍳 ❤\ufe0f x\u00adz\u{e0041}';
    const book = applyChanges(read('book.json'), []) as { products: { title: string }[] };
    for (const product of book.products) product.title = hidden;
    put('book.json', JSON.stringify(book));
    put('moment.json', momentOf({ name: '' }));
    await agree(['decide', 'book.json', 'moment.json', '--explain']);
    await agree(['view', 'book.json', 'moment.json']);
  });

  it('refuses bytes that are not UTF-8, and calls that are wrong', async () => {
    put('latin.json', Buffer.from(bookOf({ name: '' }).replace('"id"', '"i\xe4d"'), 'latin1'));
    put('latin.moment', Buffer.from('{"placement":"check\xe4out"}', 'latin1'));
    put('book.json', bookOf({ name: '' }));
    put('moment.json', momentOf({ name: '' }));
    for (const words of [
      ['check', 'latin.json'],
      ['decide', 'book.json', 'latin.moment'],
      ['decide', 'book.json', 'nowhere.json'],
      ['decide', '-', '-'],
      ['decide', 'book.json'],
      ['decide', 'book.json', 'moment.json', '--nothing'],
      ['decide', 'book.json', 'moment.json', 'more'],
      ['view', 'book.json', 'moment.json', '--as', 'pdf'],
      ['check', '.'],
      ['check', 'book.json', '--publish', 'nowhere/out.json'],
      ['shard', 'book.json'],
      ['shard', 'book.json', 'out', '--count', '48'],
      ['shard', 'book.json', 'out', '--count', '0'],
    ]) {
      await agree([...words, '--json']);
    }
  });
});

describe('dist/cli.mjs', () => {
  it('is that program, and reads standard input', () => {
    const book = bookOf({ name: '' });
    put('moment.json', momentOf({ name: '' }));
    for (const words of [['decide', '-', 'moment.json', '--explain'], ['check', '-'], ['--version']]) {
      assert.deepEqual(spawned(process.execPath, [kPackaged, ...words], book), spawned(kNative, words, book));
    }
    const line = '{"field":"decline","text":"No, I hate saving money"}\n';
    const [packaged, native] = [
      spawned(process.execPath, [kPackaged, 'check-copy'], line),
      spawned(kNative, ['check-copy'], line),
    ];
    assert.deepEqual(packaged, native);
    assert.equal(packaged.exit, 1);
  });

  it('explains each command, and names those that it has', () => {
    const help = spawned(process.execPath, [kPackaged, '--help'], '');
    assert.equal(help.exit, 0);
    for (const name of ['check', 'publish', 'check-copy', 'decide', 'view', 'shard', 'init', 'doctor']) {
      assert.match(help.out, new RegExp(`^  ${name} `, 'm'));
      const { exit, out } = spawned(process.execPath, [kPackaged, name, '--help'], '');
      assert.equal(exit, 0);
      assert.match(out, /Usage: aftermint .*[\s\S]*Exit codes: 0/);
    }
    const unknown = spawned(process.execPath, [kPackaged, 'serve'], '');
    assert.equal(unknown.exit, 2);
    assert.match(unknown.err, /there is no command serve in the npm package/);
  });
});
