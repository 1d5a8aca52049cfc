/** @file Fetches the files of a page, as the page's browser would. */

/** A file that was fetched. */
export interface Visited {
  url: URL;
  status: number;
  headers: Headers;
  bytes: Buffer;
}

const kTimeoutMs = 10_000;

/**
 * Fetches a file.
 *
 * @param origin of the page that asks for it, for files of other origins
 * @throws Error that says why there is no answer
 */
export async function visit(url: URL, origin?: string): Promise<Visited> {
  const headers = { 'user-agent': 'aftermint-doctor', ...(origin && { origin }) };
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(kTimeoutMs) });
  return {
    url: new URL(response.url || url),
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

/** Why a fetch failed, in few words. */
export function whyNot(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: Error & { code?: string } };
  if (name === 'TimeoutError') return `no answer within ${kTimeoutMs / 1000} s`;
  return cause?.code ?? cause?.message ?? message;
}

/** The media type of an answer, without parameters. */
export const mediaTypeOf = ({ headers }: Visited): string =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
