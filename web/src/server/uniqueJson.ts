/** @file JSON as the native server reads it: an object without a name twice, in well-formed texts. */

/** Refuses a text with half of a surrogate pair: it cannot be stored as UTF-8. */
const whole = (_: string, value: unknown): unknown => {
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new SyntaxError('a surrogate without its pair');
  return value;
};

/** Whether no object of a JSON text has a name twice. `JSON.parse` takes the last one, others the first. */
function hasUniqueNames(text: string): boolean {
  const names: Set<string>[] = []; // of the objects that are open
  for (const [token, name, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g)) {
    if (token === '{') names.push(new Set());
    else if (token === '}') names.pop();
    if (!name || !colon) continue;
    const own = names.at(-1)!;
    const plain = JSON.parse(name) as string;
    if (own.has(plain)) return false;
    own.add(plain);
  }
  return true;
}

/** The object of a JSON text; null for any other text, and for an object that has a name twice at any depth. */
export function parseUniqueObject(text: string): Record<string, unknown> | null {
  let value: unknown;
  try {
    value = JSON.parse(text, whole);
  } catch {
    return null; // not JSON
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && hasUniqueNames(text) ? (value as Record<string, unknown>) : null;
}
