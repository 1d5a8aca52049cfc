import { Failure, reasonOf } from './failure.js';
import { within } from './within.js';

export type GlueFactory<T extends Glue = Glue> = (options: GlueOptions) => Promise<T>;
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

const kGiveUpMs = 10_000;

/** Requests a file and reads it; rejects with a Failure that names the step, whatever of it failed. */
export function load<T>(
  fetch: Fetch,
  url: string,
  step: string,
  read: (response: Response) => Promise<T>,
  integrity = '',
): Promise<T> {
  return within(kGiveUpMs, async (signal) => {
    try {
      const response = await fetch(url, { signal, integrity });
      if (response.ok) return await read(response);
    } catch {
      // told as the step
    }
    throw new Failure(step);
  });
}

/** Starts a wasm module from bytes that may still be on their way; rejects with a Failure. */
export async function startGlue<T extends Glue>(factory: GlueFactory<T>, bytes: Promise<ArrayBuffer>): Promise<T> {
  try {
    return await factory({ wasm: await bytes });
  } catch (error) {
    throw new Failure(reasonOf(error, 'wasm_start'));
  }
}
