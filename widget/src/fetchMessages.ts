/** @file Fetches our messages in languages other than English. */
import { type Fetch, fetchFile } from '../../web/src/loadCore.js';
import { messagesUrl, wasmUrl } from './assetUrl.js';
import { kFetchedLanguages } from './messages.gen.js';
import { setMessages } from './messages.js';

/**
 * Resolves with the messages of a locale's language, the language tag first; with undefined for English and if they
 * cannot be fetched.
 */
export type MessageLoader = (locale: string) => Promise<readonly string[] | undefined>;

/**
 * Returns a loader that fetches the messages of all languages but English, once, from next to the wasm module. For
 * English it fetches nothing.
 *
 * All languages are in one file because the script contains the hash of each file that it loads: nine hashes would add
 * 0.3 KB to every page, and one hash of a list of hashes would delay a German offer by a round trip. The nine languages
 * together are 5 KB larger than one, but only for pages that need one of them.
 *
 * The loader never rejects: until the messages are there, and if they cannot be fetched, English is used.
 *
 * @param wasm URL of the wasm module.
 * @param onFailure called if they cannot be fetched.
 */
export function makeMessageLoader(wasm: string, fetch: Fetch, onFailure: () => undefined): MessageLoader {
  let all: Promise<string[][] | undefined> | undefined;
  return async (locale) => {
    const language = kFetchedLanguages.exec(locale)?.[0];
    if (!language) return;
    // A bundler may rename each file.
    const url = __IS_MODULE__ && wasm === wasmUrl() ? messagesUrl() : wasm.replace(/[^/]*$/, 'aftermint-messages.json');
    all ??= fetchFile(
      fetch,
      url,
      'messages_fetch',
      async (response) => {
        const languages = (await response.json()) as string[][];
        for (const each of languages) setMessages(`${each[0]}`, each);
        return languages;
      },
      __MESSAGES__,
    ).catch(onFailure);
    return (await all)?.find(([tag]) => tag === language);
  };
}
