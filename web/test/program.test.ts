/** @file `aftermint init` and `aftermint doctor`. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startWorkshop, type Workshop } from '../src/cli/core.js';
import type { Unusable } from '../src/cli/unusable.js';
import { run } from '../src/cli/main.js';
import { output } from '../src/cli/output.js';
import { pageFindings } from '../src/codes.gen.js';

let core: Workshop;
let folder: string;

before(async () => {
  core = await startWorkshop(resolve('dist/aftermint-workshop.wasm'));
  folder = mkdtempSync(join(tmpdir(), 'aftermint-init-'));
  await openSite();
});

after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function ran(...words: string[]): Promise<{ exit: number; out: string; err: string }> {
  const texts = { 1: '', 2: '' };
  const { write } = output;
  output.write = (descriptor, text) => {
    texts[descriptor] += text;
  };
  try {
    return { exit: await run(words, async () => core), out: texts[1], err: texts[2] };
  } finally {
    output.write = write;
  }
}

describe('aftermint init', () => {
  for (const [currency, locale, amount] of [
    ['EUR', 'de-DE', 5800],
    ['JPY', 'en', 5800],
    ['KWD', 'ar', 58000],
    ['GBP', 'fr', 5800],
  ] as const) {
    it(`writes files that work, in ${currency} and ${locale}`, async () => {
      const shop = join(folder, `${currency}-${locale}`);
      const made = await ran('init', shop, '--currency', currency, '--locale', locale);
      assert.equal(made.exit, 0, made.err);
      assert.deepEqual(readdirSync(shop).sort(), ['book.json', 'book.published.json', 'page.html', 'server.mjs']);
      const checked = await ran('check', join(shop, 'book.json'));
      assert.match(checked.out, /; 0 errors, 0 warnings,/);
      assert.equal((await ran('check', join(shop, 'book.published.json'))).err, '');
      const page = readFileSync(join(shop, 'page.html'), 'utf8');
      assert.ok(
        page.includes(`{"currency":"${currency}","lines":[{"product":"board","quantity":1,"price":${amount}}]}`),
      );
      // Outside of a project with the package, the import needs its place.
      const server = readFileSync(join(shop, 'server.mjs'), 'utf8');
      writeFileSync(
        join(shop, 'here.mjs'),
        server.replace("'aftermint/node'", JSON.stringify(resolve('dist/node.mjs'))),
      );
      const said = execFileSync(process.execPath, [join(shop, 'here.mjs')]).toString();
      assert.match(said, new RegExp(`currency: '${currency}'[\\s\\S]*product: 'wax'`));
    });
  }

  it('replaces no file, and writes nothing then', async () => {
    const shop = mkdtempSync(join(folder, 'there-'));
    writeFileSync(join(shop, 'page.html'), 'mine');
    const refused = await ran('init', shop, '--json');
    assert.equal(refused.exit, 2);
    assert.equal((JSON.parse(refused.out) as { error: { code: string } }).error.code, 'usage');
    assert.deepEqual(readdirSync(shop), ['page.html']);
    assert.equal(readFileSync(join(shop, 'page.html'), 'utf8'), 'mine');
  });

  it('refuses a currency and a language that a book may not have', async () => {
    for (const words of [
      ['--currency', 'euro'],
      ['--currency', 'EU'],
      ['--locale', 'not a language'],
    ]) {
      const refused = await ran('init', join(folder, 'none'), ...words, '--json');
      assert.equal(refused.exit, 2);
      assert.match(refused.out, /"ok":false/);
    }
  });
});

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: string | Buffer;
}
type Site = Record<string, Answer>;

const kOrder = '{"currency":"GBP","lines":[{"product":"knife-set","quantity":1,"price":12000}]}';
const sri = (bytes: Buffer) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const js = { 'content-type': 'text/javascript' };

/** A shop without a problem: its files by path. */
function goodSite(): Site {
  const script = readFileSync('dist/aftermint.js');
  return {
    '/checkout': {
      headers: {
        'content-type': 'text/html',
        'content-security-policy': "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'",
      },
      body: `<!doctype html><!-- <aftermint-offer> --><link rel="stylesheet" href="/aftermint.css">
<script async src="/aftermint.js" integrity="${sri(script)}" data-book="/book.json" data-beacon="/events"
  data-consent="required"></script><form><aftermint-bump name="bump" order='${kOrder}'></aftermint-bump></form>`,
    },
    '/aftermint.js': { headers: js, body: script },
    '/aftermint-page.wasm': {
      headers: { 'content-type': 'application/wasm' },
      body: readFileSync('dist/aftermint-page.wasm'),
    },
    '/aftermint.css': { headers: { 'content-type': 'text/css' }, body: readFileSync('dist/aftermint.css') },
    '/book.json': { headers: { 'content-type': 'application/json' }, body: published },
  };
}

let published = '';
let site: Site = {};
let server: Server;
let origin = '';
/** Another origin with the same files, and no header for this one. */
let other = '';

/** Starts the server of `site`. */
async function openSite(): Promise<void> {
  core.inspect(readFileSync('demo/books/demo.json', 'utf8'), -1);
  published = core.publishedText(createHash('sha256').update(core.publicText()).digest('hex'));
  server = createServer((request, response) => {
    const { status = 200, headers = {}, body } = site[request.url ?? ''] ?? { status: 404, body: '' };
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  origin = `http://localhost:${port}`;
  other = `http://127.0.0.1:${port}`;
}

/** What each change of the good site is found as. */
const kFaults: Record<string, [exit: number, change: (site: Site) => void]> = {
  script_missing: [0, page((html) => html.replace('data-book="/book.json"', ''))],
  script_module: [
    1,
    (all) => {
      const script = readFileSync('dist/aftermint.mjs');
      all['/aftermint.mjs'] = { headers: js, body: script };
      page((html) => html.replace('/aftermint.js', '/aftermint.mjs').replace(/sha384-[^"]*/, sri(script)))(all);
    },
  ],
  script_unreachable: [1, (all) => delete all['/aftermint.js']],
  script_mime: [
    1,
    (all) => {
      all['/aftermint.js'] = {
        ...(all['/aftermint.js'] as Answer),
        headers: { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' },
      };
    },
  ],
  sri_missing: [0, page((html) => html.replace(/integrity="[^"]*"/, ''))],
  sri_mismatch: [1, page((html) => html.replace(/sha384-./, 'sha384-_'))],
  sri_crossorigin: [1, page((html) => html.replace('src="/aft', `src="${other}/aft`).replaceAll("'self'", '*'))],
  wasm_unreachable: [1, (all) => delete all['/aftermint-page.wasm']],
  wasm_mime: [0, typed('/aftermint-page.wasm', 'application/octet-stream')],
  wasm_version: [1, (all) => Object.assign(all['/aftermint-page.wasm'] as Answer, { body: 'another' })],
  book_unreachable: [1, (all) => Object.assign(all['/book.json'] as Answer, { status: 503 })],
  book_mime: [0, typed('/book.json', 'text/plain')],
  book_refused: [1, (all) => Object.assign(all['/book.json'] as Answer, { body: '{"version":1,"colour":"red"}' })],
  book_unpublished: [
    0,
    (all) => Object.assign(all['/book.json'] as Answer, { body: readFileSync('demo/books/demo.json') }),
  ],
  book_changed: [
    0,
    (all) =>
      Object.assign(all['/book.json'] as Answer, { body: published.replace('"headline":"', '"headline":"New ') }),
  ],
  cors: [1, page((html) => html.replace('data-book="', `data-book="${other}`))],
  csp_script: [1, policy("script-src https://cdn.example 'wasm-unsafe-eval'")],
  csp_wasm: [1, policy("script-src 'self'")],
  csp_connect: [1, policy("connect-src 'none'")],
  csp_style: [1, policy("style-src 'none'")],
  element_missing: [0, page((html) => html.replaceAll('aftermint-bump', 'other-bump'))],
  room_missing: [1, page((html) => html.replace(/<link[^>]*>/, ''))],
  sheet_unreachable: [1, (all) => delete all['/aftermint.css']],
  order_missing: [0, page((html) => html.replace(/ order='[^']*'/, ''))],
  order_json: [1, page((html) => html.replace('"lines":[', '"lines":'))],
  order_currency: [1, page((html) => html.replace('"currency":"GBP"', '"currency":"EUR"'))],
  order_minor_units: [1, page((html) => html.replace('"price":12000', '"price":120.00'))],
  order_unknown: [0, page((html) => html.replace('"knife-set"', '"unknown"'))],
  consent_absent: [0, page((html) => html.replace('data-consent="required"', ''))],
  consent_value: [1, page((html) => html.replace('data-consent="required"', 'data-consent="yes"'))],
};

/** Not changes of this site: they need https, or another version. They are tested below. */
const kElsewhere = ['mixed_content', 'script_stale'];

function page(change: (html: string) => string) {
  return (all: Site) => {
    const checkout = all['/checkout'] as Answer;
    const before = String(checkout.body);
    checkout.body = change(before);
    assert.notEqual(checkout.body, before);
  };
}

function typed(path: string, type: string) {
  return (all: Site) => {
    (all[path] as Answer).headers = { 'content-type': type };
  };
}

function policy(text: string) {
  return (all: Site) => {
    (all['/checkout'] as Answer).headers = { 'content-security-policy': text };
  };
}

interface Report {
  ok: boolean;
  findings: { code: string; severity: string; at: string; message: string; hint: string }[];
}

async function examined(): Promise<{ exit: number; codes: string[]; report: Report }> {
  const { exit, out } = await ran('doctor', `${origin}/checkout`, '--json');
  const report = JSON.parse(out) as Report;
  return { exit, codes: report.findings.map(({ code }) => code), report };
}

describe('aftermint doctor', () => {
  it('finds nothing in a shop without a problem', async () => {
    site = goodSite();
    const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
    const { exit, codes, report } = await examined();
    // Tests are bundled with version 0.0.0.
    assert.deepEqual([exit, codes, report.ok], [0, ['script_stale'], true]);
    assert.match(report.findings[0]?.message ?? '', new RegExp(`the script is ${version}, this program 0.0.0`));
    const { out } = await ran('doctor', `${origin}/checkout`);
    assert.match(out, /aftermint\.js info script_stale: [^\n]* Hint: [^\n]*\n.*: 0 errors, 0 warnings, 1 note\.\n$/);
  });

  it('has a test for every code', () => {
    assert.deepEqual([...Object.keys(kFaults), ...kElsewhere].sort(), [...pageFindings].sort());
  });

  for (const [code, [exit, change]] of Object.entries(kFaults)) {
    it(`finds ${code}`, async () => {
      site = goodSite();
      change(site);
      const found = await examined();
      assert.ok(found.codes.includes(code), found.codes.join());
      assert.equal(found.exit, exit, JSON.stringify(found.report.findings));
      for (const finding of found.report.findings) assert.ok(finding.hint && finding.message && finding.at, code);
    });
  }

  it('takes an amount that is a hundredth of the price in the book for major units', async () => {
    site = goodSite();
    page((html) => html.replace('"price":12000', '"price":120'))(site);
    const { exit, report } = await examined();
    const finding = report.findings.find(({ code }) => code === 'order_minor_units');
    assert.deepEqual([exit, finding?.severity], [0, 'warning']);
    assert.match(finding?.message ?? '', /knife-set costs 120 in the order and 12000 in the book/);
  });

  it('reads a policy in a meta tag, with entities', async () => {
    site = goodSite();
    const meta = '<meta http-equiv=Content-Security-Policy content="script-src &#39;self&#39;; connect-src &quot;">';
    page((html) => meta + html)(site);
    const { codes } = await examined();
    assert.ok(codes.includes('csp_wasm') && codes.includes('csp_connect'), codes.join());
  });

  it('allows a script by its nonce, and other origins that allow the page', async () => {
    site = goodSite();
    policy("script-src 'nonce-a1' 'strict-dynamic' 'wasm-unsafe-eval'; connect-src *; style-src *")(site);
    page((html) =>
      html.replace('<script ', '<script nonce="a1" crossorigin ').replace('src="/aft', `src="${other}/aft`),
    )(site);
    for (const path of ['/aftermint.js', '/aftermint-page.wasm']) {
      const answer = site[path] as Answer;
      answer.headers = { ...answer.headers, 'access-control-allow-origin': '*' };
    }
    assert.deepEqual((await examined()).codes, ['script_stale']);
  });

  it('quotes the amount that is not in minor units', async () => {
    site = goodSite();
    page((html) => html.replace('"price":12000', '"price": 120.00'))(site);
    const { report } = await examined();
    assert.match(
      report.findings.find(({ code }) => code === 'order_minor_units')?.message ?? '',
      /: "price": 120\.00$/,
    );
  });

  it('says that its own module is missing or of another version', async () => {
    for (const [path, why] of [
      [resolve('dist/none.wasm'), /No such file/i],
      [resolve('package.json'), /not the module of this version/],
    ] as const) {
      await assert.rejects(startWorkshop(path), (error: Unusable) => {
        assert.match(error.message, why);
        assert.equal(error.file, path);
        return true;
      });
    }
  });

  it('cannot open what is no page', async () => {
    site = {};
    for (const url of [`${origin}/checkout`, 'http://127.0.0.1:1/', 'file:///etc/passwd', 'shop']) {
      const { exit, out } = await ran('doctor', url, '--json');
      assert.equal(exit, 2, url);
      assert.match(out, /"code":"usage"/);
    }
    site = { '/checkout': { body: '{}', headers: { 'content-type': 'application/json' } } };
    assert.match(
      (await ran('doctor', `${origin}/checkout`)).err,
      /is no HTML page: its media type is application\/json/,
    );
    assert.match((await ran('doctor', 'shop.example')).err, /it must begin with http:\/\/ or https:\/\/\. Hint: Give /);
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    assert.match((await ran('doctor', `http://127.0.0.1:${port}/`)).err, /no server listens there/);
  });
});
