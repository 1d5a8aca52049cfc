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

/** What the codes of a failed connection mean. */
const kReasons: Record<string, string> = {
  ENOTFOUND: 'there is no server of that name',
  EAI_AGAIN: 'the name of the server cannot be looked up now',
  ECONNREFUSED: 'no server listens there',
  ECONNRESET: 'the server ended the connection',
  EHOSTUNREACH: 'the server cannot be reached from here',
  ENETUNREACH: 'the server cannot be reached from here',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is of another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is signed by an authority that this machine does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate is signed by an authority that this machine does not know',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the certificate is signed by an authority that this machine does not know',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the server does not speak https there',
  EPROTO: 'the server does not speak https there',
};

/** Why a fetch failed, in few words. */
export function whyNot(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: Error & { code?: string } };
  if (name === 'TimeoutError') return `no answer within ${kTimeoutMs / 1000} s`;
  const code = cause?.code ?? '';
  return kReasons[code] ?? (cause?.message || code || message);
}

/** The media type of an answer, without parameters. */
export const mediaTypeOf = ({ headers }: Visited): string =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
