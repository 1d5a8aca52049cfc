// Serves folders to a browser with the content security policy of the README.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Serves each file from the first folder that has it. */
export async function serve(...folders) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/favicon.ico') return response.writeHead(204).end(); // requested by the browser, not by the page
    for (const folder of folders) {
      try {
        const bytes = await readFile(join(folder, normalize(pathname)));
        const type = types[extname(pathname)] ?? 'application/octet-stream';
        response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy }).end(bytes);
        asked.push(`200 ${pathname}`);
        return;
      } catch (error) {
        if (!/^(ENOENT|EISDIR|ENOTDIR)$/.test(error.code)) throw error;
      }
    }
    asked.push(`404 ${pathname}`);
    response.writeHead(404).end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** Status and path of every request. */
    asked,
    close: () => new Promise((done) => server.close(done)),
  };
}
