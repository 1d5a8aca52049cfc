// Stands between browser and shop where a browser's own tools cannot change what it is answered: WebDriver has none.
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Change } from '../../lib/answer.js';
import type { Heard } from '../../lib/heard.js';
import { recordNoise } from './recordNoise.js';

/** Paths of the relay's own; the shop has none of them. */
const kBefore = '/-/before.js';
const kHeard = '/-/heard';

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export class Relay {
  url = '';
  /** What pages asked the shop for, in the order in which it came. */
  readonly asked: Asked[] = [];
  private readonly shop: () => string;
  private readonly heard: Heard;
  private readonly server: Server;
  private readonly changes: { path: RegExp; change: Change }[] = [];
  private readonly before: (() => void)[] = [recordNoise];

  constructor(shop: () => string, heard: Heard) {
    this.shop = shop;
    this.heard = heard;
    this.server = createServer((from, to) => {
      this.answer(from, to).catch((error) => {
        this.heard.hear(`relay: ${error.message}`);
        to.destroy();
      });
    });
  }

  async open(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** Every answer for a path is changed from now on; the change made last comes first. */
  change(path: RegExp, change: Change): void {
    this.changes.unshift({ path, change });
  }

  /** Answers as the shop gives them again. */
  unchanged(): void {
    this.changes.length = 0;
  }

  /** Runs in every page from now on, before anything of its own; a function without anything around it. */
  beforeAll(script: () => void): void {
    this.before.push(script);
  }

  private async answer(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const { pathname } = new URL(from.url ?? '/', this.url);
    const body = await bodyOf(from);
    if (pathname === kHeard) {
      for (const line of body.toString().split('\n')) this.heard.hear(line);
      return send(to, { status: 204, headers: {}, body: Buffer.alloc(0) });
    }
    if (pathname === kBefore) {
      const text = this.before.map((script) => `(${script})();`).join('\n');
      return send(to, { status: 200, headers: { 'content-type': 'text/javascript' }, body: Buffer.from(text) });
    }
    this.asked.push({ method: from.method ?? '', path: pathname, headers: from.headers, body: body.toString() });
    let answer: Answer | null = await this.ask(from, body);
    for (const { path, change } of this.changes) {
      if (answer && path.test(pathname)) answer = await change(answer);
    }
    if (!answer) return void to.destroy();
    if (answer.status >= 400) this.heard.hear(`answer ${answer.status}: ${pathname}`);
    send(to, isPage(answer) ? withBefore(answer) : neverKept(answer));
  }

  private async ask(from: IncomingMessage, body: Buffer): Promise<Answer> {
    const { 'if-none-match': _tag, 'if-modified-since': _since, ...headers } = from.headers;
    headers['accept-encoding'] = 'identity';
    const asked = request(new URL(from.url ?? '/', this.shop()), { method: from.method ?? 'GET', headers });
    asked.end(body);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    const given = Object.entries(answer.headers).flatMap(([name, value]) =>
      value === undefined || /^(connection|keep-alive|transfer-encoding|content-length)$/.test(name)
        ? []
        : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
    );
    return { status: answer.statusCode ?? 0, headers: Object.fromEntries(given), body: await bodyOf(answer) };
  }
}

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function send(to: ServerResponse, { status, headers, body }: Answer): void {
  to.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}

const isPage = ({ headers }: Answer) => /^text\/html/.test(headers['content-type'] ?? '');

/** A page with our script as the first thing in its head; it is of the page's own origin, as the policy demands. */
function withBefore(answer: Answer): Answer {
  const body = String(answer.body).replace(/<head>/, `$&<script src="${kBefore}"></script>`);
  return { ...answer, body: Buffer.from(body) };
}

/** A file that the browser asks for every time, so that a change reaches it. */
function neverKept(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } };
}
