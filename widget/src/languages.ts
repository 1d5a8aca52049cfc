import { type Fetch, load } from '../../web/src/loadCore.js';
import { moduleBeside, wordsBeside } from './beside.js';
import { learn } from './words.js';

/** Gives the words of a locale's language, first the language; nothing for English and where they cannot be had. */
export type Languages = (locale: string) => Promise<readonly string[] | undefined>;

/**
 * Brings the words of a language, each once, from beside the module; whoever reads English loads none.
 *
 * Never rejects: English stands in until they are here, and where they cannot be had, which `failed` is told.
 */
export function makeLanguages(module: string, fetch: Fetch, failed: () => void): Languages {
  const asked = new Map<string, ReturnType<Languages>>();
  return async (locale) => {
    const language = locale.replace(/-.*/, '');
    const integrity = __WORDS__[language];
    if (!integrity) return;
    let words = asked.get(language);
    if (!words) {
      const beside = module.replace(/[^/]*$/, `aftermint-words-${language}.json`);
      // A bundler gives each file a name of its own.
      const url = __IS_MODULE__ && module === moduleBeside() ? (wordsBeside(language) ?? beside) : beside;
      words = load(fetch, url, 'words_fetch', (response) => response.json() as Promise<string[]>, integrity).then(
        (lines) => {
          learn(language, lines);
          return lines;
        },
        () => {
          failed();
          return undefined;
        },
      );
      asked.set(language, words);
    }
    return words;
  };
}
