// The shop and its collectors: serves files like a CDN, with brotli 11, and records the requests.
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

const brotli = (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }); // quality 11

/** The collectors' answers: ours lists the events it stored, Snowplow's is just "ok". */
const answerTo = (path, body) =>
  path === '/events' ? JSON.stringify({ stored: JSON.parse(body).map(({ id }) => id), refused: [] }) : 'ok';

/**
 * @param files bodies by path
 * @returns its `origin`; `take()`: the files `served` with their bytes on the wire (body only), the bodies `posted` and
 *          what was `missing` since it was last called; `hasHeard(word)`: whether one posted since then has the word.
 */
export async function serveShop(files) {
  const packed = new Map([...files].map(([path, body]) => [path, brotli(body)]));
  let log = { served: [], posted: [], missing: [] };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (request.method === 'POST') {
      const parts = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString();
        log.posted.push(body);
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(answerTo(pathname, body));
      });
      return;
    }
    const body = packed.get(pathname);
    if (!body) {
      log.missing.push(pathname);
      response.writeHead(404).end();
      return;
    }
    log.served.push({ path: pathname, bytes: body.length });
    const headers = {
      'Content-Type': types[extname(pathname)] ?? 'application/json',
      'Content-Encoding': 'br',
      'Content-Length': body.length,
      'Cache-Control': 'public, max-age=600',
    };
    response.writeHead(200, headers).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    hasHeard: (word) => log.posted.some((body) => body.includes(word)),
    take() {
      const taken = log;
      log = { served: [], posted: [], missing: [] };
      return taken;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
