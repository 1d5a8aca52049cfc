import { kEnglish, kNames, type Words } from './words.gen.js';

export type { Words };

/** The texts by name, which a language's lines end with (core/words). */
function wordsOf(lines: readonly string[]): Words {
  return Object.fromEntries(kNames.map((name, index) => [name, lines.at(index - kNames.length)])) as unknown as Words;
}

const en = wordsOf(kEnglish);
const table = new Map<string, Words>([['en', en]]);
const given = new Map<string, OwnWords>();

/** Takes the words of a language; words that the page gave of it stand before them. */
export function learn(language: string, lines: readonly string[]): void {
  table.set(language, { ...wordsOf(lines), ...given.get(language) });
}

/** Words a page may give: all but the two labels that decide, which are ours so that they stay neutral. */
export type OwnWords = Partial<Omit<Words, 'decline' | 'pay'>>;

/** Gives the words of a language, or replaces some of one that is here; what is missing is English. */
export function addWords(language: string, words: OwnWords): void {
  const { decline: _decline, pay: _pay, ...own } = { ...given.get(language), ...words } as Partial<Words>;
  given.set(language, own);
  table.set(language, { ...(table.get(language) ?? en), ...own });
}

/** The words for a locale and the language they are in: `de-AT`, else `de`, else English. */
export function wordsFor(locale: string): [words: Words, language: string] {
  const short = locale.replace(/-.*/, '');
  for (const language of [locale, short]) {
    const words = table.get(language);
    if (words) return [words, language];
  }
  return [en, 'en'];
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
