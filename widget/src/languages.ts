import { type Fetch, load } from '../../web/src/loadCore.js';
import { moduleBeside, wordsBeside } from './beside.js';
import { kFetched } from './words.gen.js';
import { learn } from './words.js';

/** Gives the words of a locale's language, first the language; nothing for English and where they cannot be had. */
export type Languages = (locale: string) => Promise<readonly string[] | undefined>;

/**
 * Brings our words in all languages but English, once, from beside the module; whoever reads English loads none.
 *
 * One file, since the script pins what it loads: a hash for each of nine languages is 0.3 KB more on every page, and one
 * for a list of hashes is a round trip more before an offer in German; all nine are 5 KB more than one, for those alone.
 *
 * Never rejects: English stands in until they are here, and where they cannot be had, which `failed` is told.
 */
export function makeLanguages(module: string, fetch: Fetch, failed: () => undefined): Languages {
  let all: Promise<string[][] | undefined> | undefined;
  return async (locale) => {
    const language = kFetched.exec(locale)?.[0];
    if (!language) return;
    // A bundler gives each file a name of its own.
    const url =
      __IS_MODULE__ && module === moduleBeside() ? wordsBeside() : module.replace(/[^/]*$/, 'aftermint-words.json');
    all ??= load(
      fetch,
      url,
      'words_fetch',
      async (response) => {
        const lines = (await response.json()) as string[][];
        for (const each of lines) learn(`${each[0]}`, each);
        return lines;
      },
      __WORDS__,
    ).catch(failed);
    return (await all)?.find(([tag]) => tag === language);
  };
}
