import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { addWords, fill, kWord, learn, type Words, wordsFor } from '../src/words.js';
import { kFetched } from '../src/words.gen.js';

type Texts = Record<string, string>;
const read = (file: string) => JSON.parse(readFileSync(`core/words/${file}`, 'utf8'));
const keys = read('keys.json') as Record<string, { of: string }>;
const tags = readdirSync('core/words')
  .map((file) => file.replace('.json', ''))
  .filter((tag) => tag !== 'keys');
const texts = Object.fromEntries(tags.map((tag) => [tag, read(`${tag}.json`) as Texts])) as Record<string, Texts>;
const english = texts.en as Texts;
for (const tag of tags) if (tag !== 'en') learn(tag, [tag, ...Object.keys(keys).map((key) => `${texts[tag]?.[key]}`)]);

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('what the offer says', () => {
  it('is in the language of the locale, else in English, and knows which', () => {
    assert.equal(wordsFor('de-AT')[1], 'de');
    assert.equal(wordsFor('pt-BR')[1], 'pt');
    assert.equal(wordsFor('fr')[0][kWord.decline], 'Non merci');
    assert.deepEqual(wordsFor('zh'), [wordsFor('en')[0], 'en']);
  });

  it('is fetched for those languages that there are words in, and for no others', () => {
    for (const tag of tags.filter((each) => each !== 'en')) {
      assert.equal(kFetched.exec(tag)?.[0], tag);
      assert.equal(kFetched.exec(`${tag}-XY`)?.[0], tag);
    }
    for (const locale of ['en', 'en-GB', 'zh', 'zh-Hant', 'dex', 'ptolemaic', ''])
      assert.equal(kFetched.exec(locale), null);
  });

  it('can be given or replaced by the page, whole or in part', () => {
    addWords('sv', { undo: 'Ångra' });
    const [words, language] = wordsFor('sv-FI');
    assert.equal(language, 'sv');
    assert.equal(words[kWord.undo], 'Ångra');
    assert.equal(words[kWord.confirm], 'Confirm with your bank');
  });

  it('keeps what the page gave when the words of the language come', () => {
    addWords('nb', { undo: 'Angre dette' });
    learn('nb', ['nb', ...Object.keys(keys).map((key) => `${texts.de?.[key]}`)]);
    assert.equal(wordsFor('nb')[0][kWord.undo], 'Angre dette');
    assert.equal(wordsFor('nb')[0][kWord.again], wordsFor('de')[0][kWord.again]);
  });

  it('keeps its own labels for yes and no, so that no page can shame with them', () => {
    addWords('fi', { decline: 'Ei, maksan mieluummin enemmän', pay: 'Kyllä' } as never);
    assert.equal(wordsFor('fi')[0][kWord.decline], 'No thank you');
    assert.equal(wordsFor('fi')[0][kWord.pay], 'Pay {price} now');
  });

  it('names the order where it has an id and reads well where it has none', () => {
    assert.equal(fill(`${wordsFor('en')[0][kWord.safe]}`, { order: '1001' }), 'Your order 1001 is complete.');
    assert.equal(fill(`${wordsFor('en')[0][kWord.safe]}`, { order: '' }), 'Your order is complete.');
    assert.equal(
      fill(`${wordsFor('en')[0][kWord.kept]}`, { order: '1001' }),
      'Your first order, 1001, stays as it was.',
    );
    assert.equal(fill(`${wordsFor('en')[0][kWord.kept]}`, { order: '' }), 'Your first order stays as it was.');
    assert.equal(fill(`${wordsFor('de')[0][kWord.kept]}`, { order: '' }), 'Ihre erste Bestellung bleibt, wie sie war.');
    assert.equal(fill(`${wordsFor('ja')[0][kWord.safe]}`, { order: '1001' }), 'ご注文1001は完了しています。');
    assert.equal(fill(`${wordsFor('ja')[0][kWord.safe]}`, { order: '' }), 'ご注文は完了しています。');
  });

  it('keeps names and prices in their places in a text from right to left', () => {
    assert.equal(fill(`${wordsFor('ar')[0][kWord.safe]}`, { order: 'A-1001' }), 'اكتمل طلبك \u2068A-1001\u2069.');
    assert.equal(fill(`${wordsFor('ar')[0][kWord.safe]}`, { order: '' }), 'اكتمل طلبك.');
    assert.equal(fill(`${wordsFor('ar')[0][kWord.pay]}`, { price: '£24.00' }), 'دفع \u2068£24.00\u2069 الآن');
    assert.equal(fill(`${wordsFor('pl')[0][kWord.pay]}`, { price: '24,00 zł' }), 'Zapłać teraz 24,00 zł');
  });
});

describe('the words of each language', () => {
  it('are in ten languages at least', () => {
    assert.deepEqual(
      ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt'].filter((tag) => !tags.includes(tag)),
      [],
    );
  });

  // No text counts anything, so none needs a plural; one that did would have to ask Intl.PluralRules.
  it('are filled in with names, amounts and times, and with no number that would ask for a plural', () => {
    const known = ['{item}', '{order}', '{price}', '{prior}', '{replaced}', '{separate}', '{time}', '{total}'];
    assert.deepEqual([...new Set(Object.values(english).flatMap(placeholders))].sort(), known);
  });

  for (const tag of tags) {
    const own = texts[tag] as Texts;

    it(`${tag}: has every text and no other, with the placeholders of the English one`, () => {
      assert.deepEqual(Object.keys(own).sort(), Object.keys(keys).sort());
      for (const key of Object.keys(keys)) {
        assert.deepEqual(placeholders(`${own[key]}`), placeholders(`${english[key]}`), key);
      }
    });

    it(`${tag}: has a text of its own for everything`, () => {
      const all = Object.values(own);
      assert.ok(all.every((text) => /^\S.+\S$/.test(text)));
      assert.equal(new Set(all).size, all.length, `${all.filter((text, index) => all.indexOf(text) !== index)}`);
      if (tag !== 'en')
        assert.deepEqual(
          all.filter((text) => Object.values(english).includes(text)),
          [],
        );
    });

    it(`${tag}: names the amount where a thing costs something, in the words as the script has them`, () => {
      const words = wordsFor(tag)[0];
      for (const key of ['accepted', 'action', 'priceChanged', 'pay', 'undone'] satisfies (keyof Words)[]) {
        assert.match(`${words[kWord[key]]}`, /\{price\}/, key);
      }
      assert.match(`${words[kWord.total]}`, /\{total\}/);
      assert.match(`${words[kWord.until]}`, /\{time\}/);
      assert.match(`${words[kWord.safe]}`, /\{order\}/);
      for (const [name, place] of Object.entries(kWord)) assert.equal(words[place], own[name], name);
    });

    it(`${tag}: is one sentence after another, never parts that the program would put together`, () => {
      for (const [key, text] of Object.entries(own)) {
        assert.doesNotMatch(text, /^[\s.,;:،、。]|[,;:،、(（]$/, key);
        const isSentence = /[.。）]$/.test(`${text}`);
        assert.equal(isSentence, /\.$/.test(`${english[key]}`), `${key} is a sentence where the English one is`);
      }
    });
  }
});
