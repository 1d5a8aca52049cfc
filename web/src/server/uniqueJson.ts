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

/**
 * The text with another fraction in the place of each number that is written with a point, an exponent or as `-0`. So a
 * reader that wants an integer refuses `3000.0`, as the native server does, where JSON.parse would give 3000.
 */
const withoutRounding = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    token === '-0' || (!token.startsWith('"') && /[.eE]/.test(token)) ? '0.5' : token,
  );

/**
 * The object of a JSON text; null for any other text, and for an object that has a name twice at any depth. A number that
 * is not written as an integer is none in the result.
 */
export function parseUniqueObject(text: string): Record<string, unknown> | null {
  let value: unknown;
  try {
    JSON.parse(text);
    value = JSON.parse(withoutRounding(text), whole);
  } catch {
    return null; // not JSON
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && hasUniqueNames(text) ? (value as Record<string, unknown>) : null;
}
