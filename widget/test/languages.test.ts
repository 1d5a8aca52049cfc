import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeLanguages } from '../src/languages.js';
import { kWord, wordsFor } from '../src/words.js';

/** A language's lines: its tag, texts of the view, and as the last of the others the one given. */
const linesOf = (tag: string, last: string) => [tag, ...Object.keys(kWord).map((name) => `${tag} ${name}`), last];
const kLines = [linesOf('de', 'Nicht hinzugefügt.'), linesOf('ja', 'プレビュー')];

/** Languages over a network that answers so, with what was asked of it and how often it was told as failed. */
function open(answer: () => Response | Promise<Response> = () => new Response(JSON.stringify(kLines))) {
  const asked: { url: string; integrity: string | undefined }[] = [];
  let failures = 0;
  const words = makeLanguages(
    'https://shop.test/dist/aftermint-page.wasm',
    async (url, init) => {
      asked.push({ url, integrity: init?.integrity });
      return answer();
    },
    () => {
      failures += 1;
      return undefined;
    },
  );
  return { words, asked, failures: () => failures };
}

describe('the words of other languages', () => {
  it('come from beside the module, once for all languages and elements, with the hash that the script has', async () => {
    const { words, asked } = open();
    const [first, second] = await Promise.all([words('de-AT'), words('de')]);
    assert.deepEqual(first, kLines[0]);
    assert.equal(second, first);
    assert.deepEqual(await words('ja'), kLines[1]);
    assert.deepEqual(asked, [{ url: 'https://shop.test/dist/aftermint-words.json', integrity: __WORDS__ }]);
  });

  it('are known to what is said after the press as soon as they are here', async () => {
    const { words } = open();
    await words('de');
    assert.equal(wordsFor('de-CH')[0][kWord.notAdded], 'Nicht hinzugefügt.');
    assert.equal(wordsFor('ja')[1], 'ja');
  });

  it('are asked for by nobody who reads English, or a language that there are none in', async () => {
    const { words, asked } = open();
    for (const locale of ['en', 'en-GB', 'zh', '']) assert.equal(await words(locale), undefined);
    assert.deepEqual(asked, []);
  });

  for (const [what, answer] of Object.entries({
    'a file that is not there': () => new Response('', { status: 404 }),
    'a file that is none of ours': () => new Response('<html>'),
    'a network that fails': () => Promise.reject(new TypeError('network')),
  })) {
    it(`leave English standing after ${what}, which is told and not asked again`, async () => {
      const { words, asked, failures } = open(answer);
      assert.equal(await words('de'), undefined);
      assert.equal(await words('pl'), undefined);
      assert.equal(failures(), 1);
      assert.equal(asked.length, 1);
    });
  }
});
