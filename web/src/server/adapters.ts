/** @file The handler in servers that do not use Request and Response. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A handler by the Fetch API, and which addresses are its own. */
export interface FetchHandler {
  handle(request: Request): Promise<Response>;
  knows(pathname: string): boolean;
}

/** A request of node:http, perhaps with a body that a parser of Express has read, and the URL before mounting. */
type NodeRequest = IncomingMessage & { body?: unknown; originalUrl?: string };

/** A request as the Fetch API has it. */
function toRequest(incoming: NodeRequest): Request {
  const isEncrypted = 'encrypted' in incoming.socket && incoming.socket.encrypted === true;
  const target = incoming.originalUrl ?? incoming.url ?? '/';
  const url = new URL(target, `${isEncrypted ? 'https' : 'http'}://${incoming.headers.host ?? 'localhost'}`);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) headers.append(name, each);
  }
  const method = incoming.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const { body } = incoming;
  // A parser before us has read the stream; an object is what express.json() makes.
  const isRead = body !== undefined && incoming.readableEnded;
  if (isRead) {
    const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    return new Request(url, { method, headers, body: new Uint8Array(Buffer.from(text as string)) });
  }
  const stream = incoming as unknown as NonNullable<RequestInit['body']>;
  return new Request(url, { method, headers, body: stream, duplex: 'half' } as RequestInit);
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

/**
 * A listener of node:http, and middleware of Express and Connect: other addresses go to `next`, or are answered with 404
 * where there is none. A body that `express.json()` has read is taken from `request.body`.
 */
export function toNode({ handle, knows }: FetchHandler) {
  return (incoming: NodeRequest, outgoing: ServerResponse, next?: (error?: unknown) => void): void => {
    const path = (incoming.originalUrl ?? incoming.url ?? '/').split('?', 1)[0]!;
    if (next && !knows(path)) {
      next();
      return;
    }
    void (async () => {
      try {
        await send(await handle(toRequest(incoming)), outgoing);
      } catch (error) {
        if (next) next(error);
        else outgoing.destroy(error as Error);
      }
    })();
  };
}

/** What is used of an instance of Fastify (5). */
export interface FastifyLike {
  removeAllContentTypeParsers(): unknown;
  addContentTypeParser(
    type: string,
    parser: (request: unknown, payload: unknown, done: (error: null) => void) => void,
  ): unknown;
  route(options: object): unknown;
}

/** A plugin of Fastify: `fastify.register(aftermint.fastify)`. It leaves the parsers of other routes alone. */
export function toFastify(handler: FetchHandler, paths: string[]) {
  const listen = toNode(handler);
  return async (fastify: FastifyLike): Promise<void> => {
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser('*', (_request, _payload, done) => done(null)); // we read the stream ourselves
    for (const url of paths) {
      fastify.route({
        method: ['GET', 'POST', 'OPTIONS'],
        url,
        handler: (request: { raw: NodeRequest }, reply: { hijack(): void; raw: ServerResponse }) => {
          reply.hijack();
          listen(request.raw, reply.raw);
        },
      });
    }
  };
}
