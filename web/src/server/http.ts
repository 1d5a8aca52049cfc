/** @file The routes of the endpoint as one function from Request to Response. */
import { createHash } from 'node:crypto';
import type { RequestFault } from '../codes.gen.js';
import { acceptOffer, type Answer, askAccept, undoAccept } from './accepts.js';
import { type PageFile, PageFiles } from './pageFiles.js';
import type { Sandbox } from './sandbox.js';
import type { AcceptServices } from './services.js';
import type { Collector } from './events.js';
import { RequestRefused } from './types.js';

const kFormLimit = 16 << 10;
const kEventsLimit = 64 << 10;
const kForwardMs = 10_000;

/** The addresses that the endpoint answers. */
export interface Paths {
  /** Of accepts; undo is below it. */
  accept: string;
  book: string;
  events: string;
  /** What the addresses of the package's own files begin with. */
  files: string;
}

/** What the routes need besides the accept endpoint. */
export interface RouteOptions {
  paths: Paths;
  /** The book as pages load it now, as JSON. */
  book: () => string;
  /** Where events of pages are forwarded to. */
  collector: Collector | undefined;
  allowOrigins: string[];
  /** The package's own files. */
  files: PageFiles;
  fetch: typeof fetch;
}

type Handler = (request: Request, url: URL) => Response | Promise<Response>;

/** 304 if the browser has this version already, else the content. */
function unlessKnown(request: Request, tag: string, content: string | Uint8Array<ArrayBuffer>, type: string): Response {
  const headers = { ETag: tag, 'Cache-Control': 'no-cache' };
  const sent = request.headers.get('if-none-match') ?? '';
  const known = sent.split(',').map((each) => each.trim().replace(/^W\//, ''));
  if (known.includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(content, { headers: { ...headers, 'Content-Type': type } });
}

const json = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  });

const fault = (status: number, code: RequestFault, message: string, hint: string): Response =>
  json(status, { ok: false, error: { code, message, hint } });

/** Reads a body of at most `limit` bytes. Throws RequestRefused (413, 400 if it is not UTF-8). */
async function readBody(request: Request, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) {
      const hint = 'Correct the request and send it again.';
      throw new RequestRefused(413, 'request_too_large', `The body may have ${limit} bytes.`, hint);
    }
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new RequestRefused(
      400,
      'body_invalid',
      'the body is not a JSON object, or it has a name twice',
      'See docs/formats.md, Accept.',
    );
  }
}

/** Whether an origin is scheme, host and port, and nothing else, in small letters. */
const isOrigin = (text: string): boolean => /^https?:\/\/[a-z0-9.:[\]-]+$/.test(text);

/** Whether the browser says that a page of another origin sent the request. */
function isForeign(request: Request, url: URL, allowed: string[]): boolean {
  const origin = request.headers.get('origin');
  if (origin && allowed.includes(origin)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site) return site !== 'same-origin' && site !== 'none';
  return !!origin && origin.replace(/^https?:\/\//, '') !== (request.headers.get('host') ?? url.host);
}

/** A path of this server as a link for the page: absolute if the page is of another host. */
function urlFor(request: Request, url: URL, path: string): string {
  const page = request.headers.get('origin')?.replace(/^https?:\/\//, '');
  return !path.startsWith('/') || !page || page === (request.headers.get('host') ?? url.host)
    ? path
    : url.origin + path;
}

/** An error that no retry can mend: a fault of a program. */
const isBug = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;

/**
 * Makes the handler. Requests for other addresses are answered with 404; `knows` says which are its own.
 *
 * An error of the store, the orders or the provider becomes 503 with `Retry-After`, a fault of a program 500.
 */
export function makeHandler(services: AcceptServices, options: RouteOptions) {
  const { paths, allowOrigins } = options;
  for (const origin of allowOrigins) {
    if (!isOrigin(origin)) throw new TypeError(`"${origin}" is not an origin: write it like https://shop.example`);
  }
  const bank = 'answerBank' in services.payments ? (services.payments as Sandbox) : undefined;

  const answer = (request: Request, url: URL, said: Answer): Response =>
    json(200, said.url === undefined ? said : { ...said, url: urlFor(request, url, said.url) });

  const ownPage =
    (handler: Handler): Handler =>
    (request, url) => {
      if (!isForeign(request, url, allowOrigins)) return handler(request, url);
      const hint = 'Name the origin of your pages in `allowOrigins`.';
      return fault(403, 'origin_refused', 'A page of another origin sent this request.', hint);
    };

  const asks: Handler = async (request, url) => {
    const token = request.headers.get('aftermint-ticket');
    return answer(request, url, await askAccept(services, url.searchParams.get('key'), token));
  };
  const accepts = ownPage(async (request, url) => {
    const body = await readBody(request, kFormLimit);
    return answer(request, url, await acceptOffer(services, request.headers.get('idempotency-key'), body));
  });
  const undoes = ownPage(async (request, url) =>
    answer(request, url, await undoAccept(services, await readBody(request, kFormLimit))),
  );
  let served = { text: '', tag: '' };
  const book: Handler = (request) => {
    const text = options.book();
    if (served.text !== text) {
      served = { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` };
    }
    return unlessKnown(request, served.tag, text, 'application/json');
  };
  const packageFile =
    (name: string): Handler =>
    (request) => {
      let file: PageFile;
      try {
        file = options.files.get(name);
      } catch (error) {
        services.log.error(`aftermint: ${name} cannot be read:`, error);
        const hint = 'Serve the folder dist of the package from a place of your own (docs/server.md, Files of pages).';
        return fault(404, 'not_found', `The server does not have ${name}.`, hint);
      }
      return unlessKnown(request, file.etag, new Uint8Array(file.bytes), file.type);
    };

  const routes = new Map<string, Map<string, Handler>>([
    [
      paths.accept,
      new Map([
        ['GET', asks],
        ['POST', accepts],
      ]),
    ],
    [`${paths.accept}/undo`, new Map([['POST', undoes]])],
    [paths.book, new Map([['GET', book]])],
    ...PageFiles.names.map((name): [string, Map<string, Handler>] => [
      `${paths.files}/${name}`,
      new Map([['GET', packageFile(name)]]),
    ]),
  ]);
  const { collector } = options;
  if (collector) routes.set(paths.events, new Map([['POST', (request) => forward(request, collector, options.fetch)]]));

  function methodsOf(pathname: string): Map<string, Handler> | undefined {
    const charge = bank && /^\/bank\/([^/]+)$/.exec(pathname)?.[1];
    if (!charge || !bank) return routes.get(pathname);
    return new Map<string, Handler>([
      ['GET', () => bankPage(bank, charge)],
      ['POST', ownPage((request) => answerBank(bank, charge, request))],
    ]);
  }

  async function route(request: Request, url: URL): Promise<Response> {
    const methods = methodsOf(url.pathname);
    if (!methods) {
      const hint = 'See docs/server.md.';
      return fault(404, 'not_found', 'There is nothing at this address.', hint);
    }
    const handler = methods.get(request.method === 'HEAD' ? 'GET' : request.method);
    if (handler) return handler(request, url);
    const allow = [...methods.keys()].join(', ');
    if (
      request.method === 'OPTIONS' &&
      allowOrigins.length > 0 &&
      request.headers.has('access-control-request-method')
    ) {
      const isKnown = allowOrigins.includes(request.headers.get('origin') ?? '');
      return new Response(null, {
        status: 204,
        headers: isKnown
          ? {
              'Access-Control-Allow-Methods': allow,
              'Access-Control-Allow-Headers': 'content-type, idempotency-key, aftermint-ticket',
              'Access-Control-Max-Age': '86400',
            }
          : {},
      });
    }
    const refusal = fault(405, 'method_not_allowed', 'This address does not take that method.', `It takes ${allow}.`);
    refusal.headers.set('Allow', allow);
    return refusal;
  }

  async function handle(request: Request): Promise<Response> {
    let response: Response;
    const url = new URL(request.url);
    try {
      response = await route(request, url);
    } catch (error) {
      if (error instanceof RequestRefused) {
        response = fault(error.status, error.code, error.message, error.hint);
      } else {
        services.log.error(`aftermint: ${request.method} ${url.pathname}:`, error);
        const isTemporary = !isBug(error);
        const message = 'The server cannot do this now. Nothing was lost.';
        response = fault(isTemporary ? 503 : 500, 'server_unavailable', message, 'Try again in a moment.');
        if (isTemporary) response.headers.set('Retry-After', '5');
      }
    }
    const origin = request.headers.get('origin');
    if (allowOrigins.length > 0) {
      response.headers.append('Vary', 'Origin');
      if (origin && allowOrigins.includes(origin)) response.headers.set('Access-Control-Allow-Origin', origin);
    }
    response.headers.set('X-Content-Type-Options', 'nosniff');
    response.headers.set('Referrer-Policy', 'same-origin');
    return response;
  }

  return { handle, knows: (pathname: string): boolean => methodsOf(pathname) !== undefined };
}

/** Hands a batch of a page to the collector. It is a page's batch: a signature of ours is not added. */
async function forward(request: Request, collector: Collector, send: typeof fetch): Promise<Response> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(text\/plain|application\/cloudevents-batch\+json)\s*(;|$)/i.test(type)) {
    const message = 'The collector takes text/plain or application/cloudevents-batch+json.';
    return fault(415, 'batch_invalid', message, 'Send the batch under one of these types.');
  }
  const body = await readBody(request, kEventsLimit);
  const said = await send(collector.url, {
    method: 'POST',
    body,
    headers: { 'Content-Type': type },
    signal: AbortSignal.timeout(kForwardMs),
  });
  const headers = new Headers({ 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  const retry = said.headers.get('retry-after');
  if (retry) headers.set('Retry-After', retry);
  return new Response(await said.text(), { status: said.status, headers });
}

const kPageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** The page of the sandbox's bank, where a shopper confirms a charge. */
async function bankPage(bank: Sandbox, id: string): Promise<Response> {
  const charge = await bank.charged(id);
  if (!charge) return fault(404, 'not_found', 'There is no charge with this id.', 'Start from an accept.');
  const isOpen = charge.state === 'requires_action';
  const text = isOpen
    ? '<p>This is a test bank. No money moves.<form method="post">' +
      '<button name="answer" value="confirm">Confirm the payment</button> ' +
      '<button name="answer" value="abandon">Cancel</button></form>'
    : '<p>This payment is settled. Close this page.';
  return new Response(`<!doctype html><title>Sandbox bank</title>${text}`, { headers: kPageHeaders });
}

async function answerBank(bank: Sandbox, id: string, request: Request): Promise<Response> {
  const said = new URLSearchParams(await readBody(request, kFormLimit)).get('answer');
  if (said !== 'confirm' && said !== 'abandon') {
    return fault(400, 'body_invalid', 'answer is neither confirm nor abandon.', 'Use the buttons of the page.');
  }
  if (!bank.answerBank(id, said === 'confirm')) {
    return fault(404, 'not_found', 'There is no charge with this id.', 'Start from an accept.');
  }
  return new Response(null, { status: 303, headers: { Location: `/bank/${id}`, 'Cache-Control': 'no-store' } });
}
