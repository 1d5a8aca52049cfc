// How long a purchase in the demo shop takes: alone, with readers of the results, and with a flood of events.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { at, Plain } from '../../../scripts/lib/project.mjs';
import { median } from '../race.mjs';
import { startServer } from './server.mjs';

const readers = 12;

const field = (page, name) => {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1];
  if (value === undefined) throw new Plain(`the checkout has no field ${name}`);
  return value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
};

/** The fields of a product's form, with the first of its variants. */
const choiceOf = (page, product) => {
  const variant = /name="variant" value="([^"]*)"/.exec(page)?.[1];
  return { product, quantity: '1', ...(variant && { variant }) };
};

/** Buys a product as a new visitor. @returns the ms of basket, checkout and payment. */
async function buy(base, choice) {
  const cookies = new Map();
  const ask = async (path, form) => {
    const answer = await fetch(base + path, {
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
        cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name, ...value] = line.split(';')[0].split('=');
      cookies.set(name, value.join('='));
    }
    const text = await answer.text();
    if (answer.status >= 400) throw new Plain(`${path} was answered with ${answer.status}: ${text}`);
    return { status: answer.status, text };
  };
  const since = performance.now();
  await ask('/cart', choice);
  const { text } = await ask('/checkout');
  const paid = await ask('/pay', {
    ...{ name: 'Ada', email: 'ada@example.org', address: '1 Lane', card: 'ok', bump: '' },
    ...{ nonce: field(text, 'nonce'), cart: field(text, 'cart') },
  });
  if (paid.status !== 303) throw new Plain(`a purchase was answered with ${paid.status}: ${paid.text}`);
  return performance.now() - since;
}

async function buyFor(base, choice, seconds) {
  const times = [];
  for (const since = performance.now(); performance.now() - since < seconds * 1000; )
    times.push(await buy(base, choice));
  times.sort((a, b) => a - b);
  return {
    purchases: times.length,
    p50: median(times),
    p99: times[Math.floor(times.length * 0.99)],
    most: times.at(-1),
  };
}

/** Reads `/results` again and again until it is stopped. */
async function readResults(base, signal) {
  let read = 0;
  while (!signal.aborted) {
    const answer = await fetch(`${base}/results`, { headers: { accept: 'application/json' } });
    await answer.arrayBuffer();
    ++read;
  }
  return read;
}

/** @returns for each load: how many purchases, and their times in ms. */
export async function purchasesUnderLoad({ quick, load }) {
  const path = at('build/bench/purchases.sqlite');
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  const args = ['--port', '0', '--store', `sqlite:${path}`];
  args.push('--history', at('demo/history.json'));
  const server = await startServer(at('build/native/aftermint-demo'), args, { cwd: at('.') });
  const base = `http://127.0.0.1:${server.port}`;
  const seconds = quick ? 3 : 10;
  try {
    const product = /\/products\/([\w-]+)/.exec(await (await fetch(base)).text())?.[1];
    if (!product) throw new Plain('the shop has no product on its first page');
    const bought = choiceOf(await (await fetch(`${base}/products/${product}`)).text(), product);
    await buyFor(base, bought, 1);
    const alone = await buyFor(base, bought, seconds);

    const end = new AbortController();
    const reading = Array.from({ length: readers }, () => readResults(base, end.signal));
    const withReaders = await buyFor(base, bought, seconds);
    end.abort();
    withReaders.results = (await Promise.all(reading)).reduce((a, b) => a + b, 0);

    const flood = spawn(load, ['load', server.port, 64, 50, seconds + 1].map(String), {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(flood, 'exit');
    let said = '';
    flood.stdout.on('data', (piece) => {
      said += piece;
    });
    const withFlood = await buyFor(base, bought, seconds);
    await ended;
    const { requests, seconds: took } = JSON.parse(said);
    withFlood.events = (requests * 50) / took;
    return { readers, alone, withReaders, withFlood };
  } finally {
    await server.stop();
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  }
}
