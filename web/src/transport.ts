import type { Answer, Transport } from './beacon.js';
import type { Fetch } from './loadCore.js';
import { retryAfterMs } from './retry.js';
import { within } from './within.js';

const kTimeoutMs = 10_000;

/** Batches as `text/plain`: that needs no preflight, which a closing page could not wait for. */
export function transportTo(
  url: string,
  fetch: Fetch,
  sendBeacon: ((url: string, body: string) => boolean) | undefined,
): Transport {
  const request = (body: string): RequestInit => ({
    method: 'POST',
    body,
    headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
  });
  return {
    async post(body): Promise<Answer> {
      try {
        return await within(kTimeoutMs, async (signal) => {
          const response = await fetch(url, { ...request(body), signal });
          const wait = retryAfterMs(response.headers.get('Retry-After'), Date.now());
          return { status: response.status, body: await response.text(), retryAfterMs: wait };
        });
      } catch {
        return { status: 0, body: '', retryAfterMs: 0 };
      }
    },
    last(body) {
      try {
        if (sendBeacon?.(url, body)) return; // true is not delivery: events stay until acknowledged
      } catch {
        // replaced by the page or a blocker; the fetch below may still pass
      }
      try {
        fetch(url, { ...request(body), keepalive: true }).catch(() => undefined);
      } catch {
        // nothing leaves this page any more; storage has the events
      }
    },
  };
}
