/** @file Accepts in memory, for development. */
import { randomId } from '../text.js';
import type { AcceptRecord, AcceptStore, ServerEvent } from '../types.js';
import { isLive, isUnsettled } from '../types.js';

/**
 * A store for development and tests: a restart forgets charges that were made. It says so once, unless `quiet`.
 */
export function memoryStore({ quiet = false } = {}): AcceptStore {
  const id = randomId();
  const accepts = new Map<string, AcceptRecord>();
  let waiting: ServerEvent[] = [];
  if (!quiet)
    console.warn('aftermint: memoryStore forgets every accept when the process ends. Use it in development only.');

  const all = () => [...accepts.values()].sort((a, b) => a.createdAt - b.createdAt || (a.key < b.key ? -1 : 1));
  const copy = (record: AcceptRecord | undefined) => (record ? structuredClone(record) : null);
  const free = ({ leaseUntil }: AcceptRecord, now: number, latest: number) => leaseUntil <= now || leaseUntil > latest;
  return {
    id: async () => id,
    get: async (key) => copy(accepts.get(key)),
    ofCharge: async (chargeKey) => copy(all().find((each) => each.chargeKey === chargeKey)),
    ofOrder: async (order) =>
      all()
        .filter((each) => each.order === order)
        .map((each) => structuredClone(each)),
    async insert(record) {
      const clashes = (each: AcceptRecord) =>
        each.chargeKey === record.chargeKey ||
        (isLive(record.state) && isLive(each.state) && each.order === record.order);
      if (accepts.has(record.key) || all().some(clashes)) return false;
      accepts.set(record.key, structuredClone(record));
      return true;
    },
    async replace(record, event) {
      if (accepts.get(record.key)?.version !== record.version) return false;
      accepts.set(record.key, structuredClone({ ...record, version: record.version + 1 }));
      if (event) waiting.push(structuredClone(event));
      return true;
    },
    idle: async (now, latest) =>
      all()
        .filter((each) => isUnsettled(each.state) && free(each, now, latest))
        .map(({ key }) => key),
    unfound: async (since, now, latest) =>
      all()
        .filter((each) => /^(expired|review)$/.test(each.state) && each.createdAt >= since && free(each, now, latest))
        .map(({ key }) => key),
    async leaveEvent(event) {
      waiting.push(structuredClone(event));
    },
    waitingEvents: async (limit) => structuredClone(waiting.slice(0, limit)),
    async dropEvents(ids) {
      waiting = waiting.filter((event) => !ids.includes(event.id));
    },
  };
}
