/** @file Computes how long to wait before a retry. */
const kBaseMs = 1000;
const kCapMs = 60_000;
const kMaxServerWaitMs = 3600_000;

/** Full-jitter back-off: a random time up to a ceiling that doubles with each failure, at most a minute. */
export function backoffMs(failures: number, random: () => number): number {
  return random() * Math.min(kCapMs, kBaseMs * 2 ** failures);
}

/** A Retry-After header (seconds or a date) in ms, at most an hour; 0 if there is none. */
export function retryAfterMs(header: string | null, now: number): number {
  if (!header) return 0;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Math.min(kMaxServerWaitMs, Math.max(0, wait || 0));
}
