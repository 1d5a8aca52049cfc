/**
 * Sets the value at each JSON pointer. `-` as the last key appends to a list; a change without `to` removes the value.
 *
 * @param {unknown} value changed in place
 * @param {{at: string, to?: unknown}[]} [changes]
 */
export function applyChanges(value, changes = []) {
  for (const { at, to } of changes) {
    const keys = at.split('/').slice(1);
    const last = keys.pop();
    const owner = keys.reduce((inner, key) => inner[key], value);
    if (Array.isArray(owner)) {
      if (last === '-') owner.push(to);
      else if (to === undefined) owner.splice(Number(last), 1);
      else owner[Number(last)] = to;
    } else if (to === undefined) {
      delete owner[last];
    } else {
      owner[last] = to;
    }
  }
  return value;
}
