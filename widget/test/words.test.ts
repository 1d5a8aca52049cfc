import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFileSync } from 'node:fs';
import { addWords, fill, learn, type Words, wordsFor } from '../src/words.js';

for (const language of ['de', 'fr']) {
  learn(language, JSON.parse(readFileSync(`widget/words/${language}.json`, 'utf8')) as string[]);
}

describe('what the offer says', () => {
  it('is in the language of the locale, else in English, and knows which', () => {
    assert.equal(wordsFor('de-AT')[1], 'de');
    assert.equal(wordsFor('fr')[0].no, 'Non merci');
    assert.deepEqual(wordsFor('pt-BR'), [wordsFor('en')[0], 'en']);
  });

  it('can be given or replaced by the page, whole or in part', () => {
    addWords('pt', { undo: 'Desfazer' });
    const [words, language] = wordsFor('pt-BR');
    assert.equal(language, 'pt');
    assert.equal(words.undo, 'Desfazer');
    assert.equal(words.confirm, 'Confirm with your bank');
  });

  it('keeps what the page gave when the words of the language come', () => {
    addWords('nl', { undo: 'Maak het ongedaan' });
    learn('nl', JSON.parse(readFileSync('widget/words/de.json', 'utf8')) as string[]);
    assert.equal(wordsFor('nl')[0].undo, 'Maak het ongedaan');
    assert.equal(wordsFor('nl')[0].again, wordsFor('de')[0].again);
  });

  it('keeps its own labels for yes and no, so that no page can shame with them', () => {
    addWords('es', { no: 'No, prefiero pagar más', pay: 'Sí' } as never);
    assert.equal(wordsFor('es')[0].no, 'No thank you');
    assert.equal(wordsFor('es')[0].pay, 'Pay {price} now');
  });

  it('names the order where it has an id and reads well where it has none', () => {
    assert.equal(fill(wordsFor('en')[0].safe, { order: '1001' }), 'Your order 1001 is complete.');
    assert.equal(fill(wordsFor('en')[0].safe, { order: '' }), 'Your order is complete.');
  });

  for (const language of ['en', 'de', 'fr']) {
    const words = wordsFor(language)[0];
    it(`says in ${language} what is paid and what is not`, () => {
      for (const key of ['accepted', 'action', 'priceChanged', 'pay', 'undone'] satisfies (keyof Words)[]) {
        assert.match(words[key], /\{price\}/, key);
      }
      assert.match(words.total, /\{total\}/);
      assert.match(words.until, /\{time\}/);
      assert.match(words.safe, /\{order\}/);
    });
    it(`has a text of its own for everything in ${language}`, () => {
      const texts = Object.values(words);
      assert.ok(
        texts.every((text) => /^\S.+\S$/.test(text)),
        texts.join('\n'),
      );
      assert.equal(new Set(texts).size, texts.length);
      assert.match(words.safe, /\{order\}.+\.$/, 'the last line is the last name');
    });
    it(`never presses or blames in ${language}`, () => {
      for (const text of Object.values(words)) assert.doesNotMatch(text, /!|hurry|only|schnell|vite|I don|sorry/i);
    });
  }
});
