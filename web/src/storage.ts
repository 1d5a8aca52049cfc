/** @file Stores small values in web storage, and in memory if that fails. */

/** Small values by name. Never throws; a value that cannot be stored lives as long as the page. */
export interface SafeStorage {
  get(name: string): string | null;
  set(name: string, value: string): void;
}

/** The part of the browser's Storage that is used here. */
export type WebStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** @param storage returns the storage, or null if nothing may be stored. May throw, as `window.localStorage` does. */
export function safeStorage(storage: () => WebStorage | null): SafeStorage {
  const memory = new Map<string, string>();
  return {
    get(name) {
      try {
        return memory.get(name) ?? storage()?.getItem(name) ?? null;
      } catch {
        return null; // blocked storage counts as empty
      }
    },
    set(name, value) {
      memory.set(name, value);
      try {
        const place = storage();
        if (!place) return;
        place.setItem(name, value);
        memory.delete(name);
      } catch {
        // Storage is full or blocked: the value stays in memory.
      }
    },
  };
}

/**
 * Reads a stored JSON list; anything else counts as an empty list. Its entries are not checked.
 *
 * @param formerName where version 0.1 stored it; read until there is a value under `name`.
 */
export function readList<T>(storage: SafeStorage, name: string, formerName = name): T[] {
  try {
    const value: unknown = JSON.parse(storage.get(name) ?? storage.get(formerName) ?? '');
    return Array.isArray(value) ? value : [];
  } catch {
    return []; // not our data
  }
}
