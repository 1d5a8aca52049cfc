/** A few small values by name. Never throws: what cannot be stored lives as long as the page. */
export interface Keep {
  get(name: string): string | null;
  set(name: string, value: string): void;
}

/** The part of Storage used here. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * Keeps values on a shelf (reading `window.localStorage` itself may throw, hence the function; null: none),
 * and in memory where that fails.
 */
export function keepOn(shelf: () => Shelf | null): Keep {
  const memory = new Map<string, string>();
  return {
    get(name) {
      try {
        return memory.get(name) ?? shelf()?.getItem(name) ?? null;
      } catch {
        return null; // blocked storage reads as empty
      }
    },
    set(name, value) {
      memory.set(name, value);
      try {
        const place = shelf();
        if (!place) return;
        place.setItem(name, value);
        memory.delete(name);
      } catch {
        // Full or blocked: the value stays in memory for this page.
      }
    },
  };
}

/** A JSON value kept under a versioned name; anything of another shape reads as `empty`. */
export function readJson<T>(keep: Keep, name: string, empty: T, fits: (value: unknown) => value is T): T {
  try {
    const value: unknown = JSON.parse(keep.get(name) ?? 'null');
    return fits(value) ? value : empty;
  } catch {
    return empty; // not ours any more: begin again
  }
}
