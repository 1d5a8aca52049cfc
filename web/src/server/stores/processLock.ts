/** @file A lock for a shop that runs as one process. */

/** `Orders.lock` for a shop whose orders are changed by one process alone. With several processes use a database's lock. */
export function processLock(): <T>(order: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (order, work) => {
    const before = last.get(order);
    const own = (async () => {
      await before?.catch(() => undefined); // its own caller gets the error
      return work();
    })();
    last.set(order, own);
    try {
      return await own;
    } finally {
      if (last.get(order) === own) last.delete(order);
    }
  };
}
