/** Sets the value at each JSON pointer, in place, and gives it back; a change without `to` takes away. */
export function applyChanges(value: unknown, changes?: readonly { at: string; to?: unknown }[]): unknown;
