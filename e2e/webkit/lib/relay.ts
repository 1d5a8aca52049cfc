/** @file A relay between browser and shop that changes answers, because WebDriver cannot. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Change } from '../../lib/changeAnswers.js';
import type { ActionLog } from '../../lib/actionLog.js';
import { recordNoise } from './recordNoise.js';

/** The relay's own paths, which the shop does not use. */
const kBefore = '/-/before.js';
const kReport = '/-/report';

export interface RelayedRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export class Relay {
  url = '';
  /** The requests of pages to the shop, in order. */
  readonly requests: RelayedRequest[] = [];
  private readonly shop: () => string;
  private readonly watch: ActionLog;
  private readonly server: Server;
  private readonly changes: { path: RegExp; change: Change }[] = [];
  private readonly before: (() => void)[] = [recordNoise];

  constructor(shop: () => string, watch: ActionLog) {
    this.shop = shop;
    this.watch = watch;
    this.server = createServer((from, to) => {
      this.answer(from, to).catch((error) => {
        this.watch.record(`relay: ${error.message}`);
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

  /** Changes every answer for a path from now on. Later changes are applied first. */
  change(path: RegExp, change: Change): void {
    this.changes.unshift({ path, change });
  }

  /** Removes all changes. */
  unchanged(): void {
    this.changes.length = 0;
  }

  /** Runs a function in every page from now on, before the page's own scripts. It cannot use outer variables. */
  beforeAll(script: () => void): void {
    this.before.push(script);
  }

  private async answer(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const { pathname } = new URL(from.url ?? '/', this.url);
    const body = await bodyOf(from);
    if (pathname === kReport) {
      for (const line of body.toString().split('\n')) this.watch.record(line);
      return send(to, { status: 204, headers: {}, body: Buffer.alloc(0) });
    }
    if (pathname === kBefore) {
      const text = this.before.map((script) => `(${script})();`).join('\n');
      return send(to, { status: 200, headers: { 'content-type': 'text/javascript' }, body: Buffer.from(text) });
    }
    this.requests.push({ method: from.method ?? '', path: pathname, headers: from.headers, body: body.toString() });
    let answer: Answer | null = await this.ask(from, body);
    for (const { path, change } of this.changes) {
      if (answer && path.test(pathname)) answer = await change(answer);
    }
    if (!answer) return void to.destroy();
    if (answer.status >= 400) this.watch.record(`answer ${answer.status}: ${pathname}`);
    send(to, isPage(answer) ? withBefore(answer) : uncached(answer));
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

/** Adds our script as the first element of a page's head. It has the page's own origin, as the policy requires. */
function withBefore(answer: Answer): Answer {
  const body = String(answer.body).replace(/<head>/, `$&<script src="${kBefore}"></script>`);
  return { ...answer, body: Buffer.from(body) };
}

/** Disables caching of a file, so that changes reach the browser. */
function uncached(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } };
}
