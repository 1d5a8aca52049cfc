/** @file Tests of fetching messages. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeMessageLoader } from '../src/fetchMessages.js';
import { kMessage, messagesFor } from '../src/messages.js';

/** The line of a language: its tag, its messages, and `last` as the last message. */
const linesOf = (tag: string, last: string) => [tag, ...Object.keys(kMessage).map((name) => `${tag} ${name}`), last];
const kLines = [linesOf('de', 'Nicht hinzugefügt.'), linesOf('ja', 'プレビュー')];

/** A message loader whose network gives that answer. It records requests and failures. */
function open(answer: () => Response | Promise<Response> = () => new Response(JSON.stringify(kLines))) {
  const asked: { url: string; integrity: string | undefined }[] = [];
  let failures = 0;
  const load = makeMessageLoader(
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
  return { load, asked, failures: () => failures };
}

describe('messages of other languages', () => {
  it('are fetched from next to the module, once for all languages and elements, with the hash in the script', async () => {
    const { load, asked } = open();
    const [first, second] = await Promise.all([load('de-AT'), load('de')]);
    assert.deepEqual(first, kLines[0]);
    assert.equal(second, first);
    assert.deepEqual(await load('ja'), kLines[1]);
    assert.deepEqual(asked, [{ url: 'https://shop.test/dist/aftermint-messages.json', integrity: __MESSAGES__ }]);
  });

  it('are used as soon as they have been fetched', async () => {
    const { load } = open();
    await load('de');
    assert.equal(messagesFor('de-CH')[0][kMessage.notAdded], 'Nicht hinzugefügt.');
    assert.equal(messagesFor('ja')[1], 'ja');
  });

  it('are not fetched for English or for a language without messages', async () => {
    const { load, asked } = open();
    for (const locale of ['en', 'en-GB', 'zh', '']) assert.equal(await load(locale), undefined);
    assert.deepEqual(asked, []);
  });

  for (const [what, answer] of Object.entries({
    'a missing file': () => new Response('', { status: 404 }),
    'an invalid file': () => new Response('<html>'),
    'a network error': () => Promise.reject(new TypeError('network')),
  })) {
    it(`are replaced by English after ${what}, which is reported and not tried again`, async () => {
      const { load, asked, failures } = open(answer);
      assert.equal(await load('de'), undefined);
      assert.equal(await load('pl'), undefined);
      assert.equal(failures(), 1);
      assert.equal(asked.length, 1);
    });
  }
});
