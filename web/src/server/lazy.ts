/** @file An endpoint that opens at its first request. */
import type { Aftermint, AftermintOptions } from './index.js';

type Route = (request: Request) => Promise<Response>;

/** Gives the endpoint, and answers requests of a server that takes a function for each method, such as Next. */
export interface LazyAftermint {
  /** Opens the endpoint at the first call; later calls give the same one. Throws what `createAftermint` throws. */
  (): Promise<Aftermint>;
  handler: Route;
  GET: Route;
  HEAD: Route;
  POST: Route;
  OPTIONS: Route;
}

/**
 * Makes an endpoint at its first use. So a build that only loads the module needs neither key nor database. If opening
 * fails, the next call tries again, and a request is answered by the server as it answers its own errors.
 */
export function makeLazy(
  create: (options: AftermintOptions) => Promise<Aftermint>,
  options: () => AftermintOptions | Promise<AftermintOptions>,
): LazyAftermint {
  let opened: Promise<Aftermint> | undefined;
  const open = (): Promise<Aftermint> => {
    opened ??= (async () => create(await options()))().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const handler: Route = async (request) => (await open()).handler(request);
  return Object.assign(open, { handler, GET: handler, HEAD: handler, POST: handler, OPTIONS: handler });
}
