/** @file Fetches files and starts the wasm module. */
import { Failure, reasonOf } from './failure.js';
import { withTimeout } from './withTimeout.js';

export type GlueFactory<T extends CoreGlue = Glue> = (options: GlueOptions) => Promise<T>;
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

const kTimeoutMs = 10_000;

/**
 * Requests a file and reads it.
 *
 * @param step the reason of the Failure that it rejects with, whatever went wrong.
 * @param integrity as for `fetch`; empty: not checked.
 */
export function fetchFile<T>(
  fetch: Fetch,
  url: string,
  step: string,
  read: (response: Response) => Promise<T>,
  integrity = '',
): Promise<T> {
  return withTimeout(kTimeoutMs, async (signal) => {
    try {
      const response = await fetch(url, { signal, integrity });
      if (response.ok) return await read(response);
    } catch {
      // reported as the step below
    }
    throw new Failure(step);
  });
}

/** Starts a wasm module from bytes that may still be loading. Rejects with a Failure. */
export async function startGlue<T extends CoreGlue>(factory: GlueFactory<T>, bytes: Promise<ArrayBuffer>): Promise<T> {
  try {
    return await factory({ wasm: await bytes });
  } catch (error) {
    throw new Failure(reasonOf(error, 'wasm_start'));
  }
}
