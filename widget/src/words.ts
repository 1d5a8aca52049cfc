import { kEnglish, kWord, type Words } from './words.gen.js';

export { kWord, type Words };

/** The texts of a language, each at its place in `kWord`. */
export type Lines = Readonly<Record<(typeof kWord)[keyof Words], string>>;

const table = new Map<string, readonly string[]>([['en', kEnglish]]);
const given = new Map<string, Record<number, string>>();

/** Takes the words of a language, which its lines end with (core/words); words that the page gave stand before them. */
export function learn(language: string, lines: readonly string[]): void {
  table.set(language, Object.assign(lines.slice(-kEnglish.length), given.get(language)));
}

/** Words a page may give: all but the two labels that decide, which are ours so that they stay neutral. */
export type OwnWords = Partial<Omit<Words, 'decline' | 'pay'>>;

/** Gives the words of a language, or replaces some of one that is here; what is missing is English. */
export function addWords(language: string, words: OwnWords): void {
  const own = { ...given.get(language) };
  for (const [name, place] of Object.entries(kWord)) {
    const text = (words as Partial<Words>)[name as keyof Words];
    if (text !== undefined && name !== 'decline' && name !== 'pay') own[place] = text;
  }
  given.set(language, own);
  table.set(language, Object.assign([...(table.get(language) ?? kEnglish)], own));
}

/** The words for a locale and the language they are in: `de-AT`, else `de`, else English. */
export function wordsFor(locale: string): [words: Lines, language: string] {
  const language = [locale, locale.replace(/-.*/, '')].find((each) => table.has(each)) ?? 'en';
  return [table.get(language) as unknown as Lines, language];
}

/**
 * Fills placeholders; one without a value leaves no gap behind, nor the commas around it.
 *
 * In a text from right to left a price or a name would take its neighbours' places (UAX #9), so each is isolated.
 */
export function fill(text: string, values: Record<string, string>): string {
  const [from, to] = /[\u0590-\u08ff]/.test(text) ? '\u2068\u2069' : ['', ''];
  return text.replace(/(,? ?)\{(\w+)\}(,?)/g, (_, before: string, name: string, after: string) => {
    const value = values[name];
    return value ? before + from + value + to + after : '';
  });
}
