// Lanes in Chromium: one worker each, in a cross-origin isolated page, which has a precise clock.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from '@playwright/test';

const types = { '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json' };
const page = '<!doctype html><title>bench</title>';

/** Serves the modules of the benchmark, the bundled engines and their wasm files. */
function serveFiles({ root, engines }) {
  const fileOf = (path) => {
    if (path.startsWith('/bench/')) return join(root, 'tests/bench', path.slice('/bench/'.length));
    if (path.startsWith('/engines/')) return join(engines, path.slice('/engines/'.length));
    return path.endsWith('.wasm') ? join(root, path) : null;
  };
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    const headers = {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Content-Type': types[extname(path)] ?? 'text/html',
    };
    const file = fileOf(path);
    try {
      const body = path === '/' ? page : await readFile(file ?? '');
      response.writeHead(200, headers).end(body);
    } catch {
      response.writeHead(404).end(); // the favicon; a lane reports a missing file itself
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** Runs in the page: its workers by number. */
function keepLanes() {
  const lanes = [];
  globalThis.bench = {
    open(engine) {
      const worker = new Worker(`/bench/hosts/pageWorker.mjs?engine=${engine}`, { type: 'module' });
      return lanes.push(worker) - 1;
    },
    ask: (number, message) =>
      new Promise((resolve, reject) => {
        const worker = lanes[number];
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message || 'the worker cannot start'));
        worker.postMessage(message);
      }),
    close: (number) => lanes[number].terminate(),
  };
}

export async function chromiumHost(folders) {
  const server = await serveFiles(folders);
  const browser = await chromium.launch({
    executablePath: process.env.AFTERMINT_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.evaluate(keepLanes);
  return {
    name: 'Chromium',
    version: browser.version(),
    async lane(engine) {
      const number = await tab.evaluate((name) => globalThis.bench.open(name), engine);
      return {
        async ask(ask, order) {
          const { answer, error } = await tab.evaluate(
            ([lane, message]) => globalThis.bench.ask(lane, message),
            [number, { ask, order }],
          );
          if (error) throw Object.assign(new Error(error.message), { name: error.name });
          return answer;
        },
        close: () => tab.evaluate((lane) => globalThis.bench.close(lane), number),
      };
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
