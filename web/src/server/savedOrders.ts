/** @file Orders of a shop that reads and stores an order as a whole. */
import { processLock } from './stores/processLock.js';
import type { Orders, PlacedLine, PlacedOrder } from './types.js';

/**
 * Your orders, if you read and store each as a whole. Lines and total are changed here. A method may be asynchronous.
 *
 * Both run inside `lock`. As for `Orders`, a method that throws changes nothing for the shopper.
 */
export interface SavedOrders {
  /** The paid order with that id, with everything that `save` needs; nothing if there is none, or if it is not paid. */
  find(id: string): PlacedOrder | null | undefined | Promise<PlacedOrder | null | undefined>;
  /**
   * Stores an order that `find` gave, with other `lines` and another `total`. It must be stored for good when it returns.
   *
   * @return false if the order takes no more lines, because it was cancelled or packed. Everything else means yes.
   */
  save(order: PlacedOrder): unknown;
  /** As in `Orders`; `processLock()` if absent, which is enough for one process. */
  lock?: Orders['lock'];
}

const sum = (lines: PlacedLine[]): number => lines.reduce((total, { price, quantity }) => total + price * quantity, 0);

/** Makes the four methods of the endpoint. Orders that have them already are returned as they are. */
export function ordersOf(orders: Orders | SavedOrders): Orders {
  if (!('save' in orders)) return orders;
  return {
    lock: orders.lock?.bind(orders) ?? processLock(),
    find: async (id) => orders.find(id),
    async addLines(id, added) {
      const order = await orders.find(id);
      if (!order) return false;
      const changed = { ...order, lines: [...order.lines, ...added], total: order.total + sum(added) };
      return (await orders.save(changed)) !== false;
    },
    async removeLines(id, accept) {
      const order = await orders.find(id);
      const removed = order?.lines.filter((line) => line.accept === accept && !line.undone) ?? [];
      if (!order || removed.length === 0) return;
      const lines = order.lines.filter((line) => !removed.includes(line));
      if ((await orders.save({ ...order, lines, total: order.total - sum(removed) })) === false) {
        throw new Error(`the order ${id} keeps its lines`);
      }
    },
  };
}
