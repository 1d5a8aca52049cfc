import { type Fetch, load } from '../../web/src/loadCore.js';
import { moduleBeside, wordsBeside } from './beside.js';
import { learn } from './words.js';

/**
 * Brings the words of a locale's language, each once, from beside the module; whoever reads English loads none.
 *
 * Never rejects: English stands in until they are here, and where they cannot be had, which `failed` is told.
 */
export function makeLanguages(module: string, fetch: Fetch, failed: () => void): (locale: string) => Promise<void> {
  const asked = new Map<string, Promise<void>>();
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
        (lines) => learn(language, lines),
        failed,
      );
      asked.set(language, words);
    }
    await words;
  };
}
