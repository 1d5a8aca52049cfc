/** @file Posts batches of events to the collector. */
import type { PostResult, Transport } from './beacon.js';
import type { Fetch } from './loadCore.js';
import { retryAfterMs } from './retry.js';
import { withTimeout } from './withTimeout.js';

const kTimeoutMs = 10_000;

/** Posts batches as `text/plain`, which needs no CORS preflight: a closing page could not wait for one. */
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
    async post(body): Promise<PostResult> {
      try {
        return await withTimeout(kTimeoutMs, async (signal) => {
          const response = await fetch(url, { ...request(body), signal });
          const wait = retryAfterMs(response.headers.get('Retry-After'), Date.now());
          return { status: response.status, body: await response.text(), retryAfterMs: wait };
        });
      } catch {
        return { status: 0, body: '', retryAfterMs: 0 };
      }
    },
    postOnExit(body) {
      try {
        if (sendBeacon?.(url, body)) return; // queued, not yet delivered: events stay until they are acknowledged
      } catch {
        // The page or a blocker has replaced sendBeacon; the fetch below may still work.
      }
      try {
        fetch(url, { ...request(body), keepalive: true }).catch(() => undefined);
      } catch {
        // Nothing can be sent from this page; the events stay in storage.
      }
    },
  };
}
