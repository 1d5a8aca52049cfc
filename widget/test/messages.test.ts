/** @file Tests of our messages and of core/messages. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { addMessages, fill, kMessage, type Messages, messagesFor, setMessages } from '../src/messages.js';
import { kFetchedLanguages } from '../src/messages.gen.js';

type Texts = Record<string, string>;
const read = (file: string) => JSON.parse(readFileSync(`core/messages/${file}`, 'utf8'));
const keys = read('keys.json') as Record<string, { of: string }>;
const tags = readdirSync('core/messages')
  .map((file) => file.replace('.json', ''))
  .filter((tag) => tag !== 'keys');
const texts = Object.fromEntries(tags.map((tag) => [tag, read(`${tag}.json`) as Texts])) as Record<string, Texts>;
const english = texts.en as Texts;
for (const tag of tags)
  if (tag !== 'en') setMessages(tag, [tag, ...Object.keys(keys).map((key) => `${texts[tag]?.[key]}`)]);

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('messages', () => {
  it('are in the language of the locale, else in English, with their language', () => {
    assert.equal(messagesFor('de-AT')[1], 'de');
    assert.equal(messagesFor('pt-BR')[1], 'pt');
    assert.equal(messagesFor('fr')[0][kMessage.decline], 'Non merci');
    assert.deepEqual(messagesFor('zh'), [messagesFor('en')[0], 'en']);
  });

  it('are fetched only for languages that have messages', () => {
    for (const tag of tags.filter((each) => each !== 'en')) {
      assert.equal(kFetchedLanguages.exec(tag)?.[0], tag);
      assert.equal(kFetchedLanguages.exec(`${tag}-XY`)?.[0], tag);
    }
    for (const locale of ['en', 'en-GB', 'zh', 'zh-Hant', 'dex', 'ptolemaic', ''])
      assert.equal(kFetchedLanguages.exec(locale), null);
  });

  it('can be added or replaced by the page, also only some of them', () => {
    addMessages('sv', { undo: 'Ångra' });
    const [messages, language] = messagesFor('sv-FI');
    assert.equal(language, 'sv');
    assert.equal(messages[kMessage.undo], 'Ångra');
    assert.equal(messages[kMessage.confirm], 'Confirm with your bank');
  });

  it('of the page stay when ours of the same language are fetched', () => {
    addMessages('nb', { undo: 'Angre dette' });
    setMessages('nb', ['nb', ...Object.keys(keys).map((key) => `${texts.de?.[key]}`)]);
    assert.equal(messagesFor('nb')[0][kMessage.undo], 'Angre dette');
    assert.equal(messagesFor('nb')[0][kMessage.again], messagesFor('de')[0][kMessage.again]);
  });

  it('for the buttons yes and no cannot be replaced, so that no page can shame shoppers with them', () => {
    addMessages('fi', { decline: 'Ei, maksan mieluummin enemmän', pay: 'Kyllä' } as never);
    assert.equal(messagesFor('fi')[0][kMessage.decline], 'No thank you');
    assert.equal(messagesFor('fi')[0][kMessage.pay], 'Pay {price} now');
  });

  it('contain the order id, and are correct without one', () => {
    assert.equal(fill(`${messagesFor('en')[0][kMessage.safe]}`, { order: '1001' }), 'Your order 1001 is complete.');
    assert.equal(fill(`${messagesFor('en')[0][kMessage.safe]}`, { order: '' }), 'Your order is complete.');
    assert.equal(
      fill(`${messagesFor('en')[0][kMessage.kept]}`, { order: '1001' }),
      'Your first order, 1001, stays as it was.',
    );
    assert.equal(fill(`${messagesFor('en')[0][kMessage.kept]}`, { order: '' }), 'Your first order stays as it was.');
    assert.equal(
      fill(`${messagesFor('de')[0][kMessage.kept]}`, { order: '' }),
      'Ihre erste Bestellung bleibt, wie sie war.',
    );
    assert.equal(fill(`${messagesFor('ja')[0][kMessage.safe]}`, { order: '1001' }), 'ご注文1001は完了しています。');
    assert.equal(fill(`${messagesFor('ja')[0][kMessage.safe]}`, { order: '' }), 'ご注文は完了しています。');
  });

  it('isolate names and prices in right-to-left text', () => {
    assert.equal(fill(`${messagesFor('ar')[0][kMessage.safe]}`, { order: 'A-1001' }), 'اكتمل طلبك \u2068A-1001\u2069.');
    assert.equal(fill(`${messagesFor('ar')[0][kMessage.safe]}`, { order: '' }), 'اكتمل طلبك.');
    assert.equal(fill(`${messagesFor('ar')[0][kMessage.pay]}`, { price: '£24.00' }), 'دفع \u2068£24.00\u2069 الآن');
    assert.equal(fill(`${messagesFor('pl')[0][kMessage.pay]}`, { price: '24,00 zł' }), 'Zapłać teraz 24,00 zł');
  });
});

describe('core/messages', () => {
  it('has at least ten languages', () => {
    assert.deepEqual(
      ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt'].filter((tag) => !tags.includes(tag)),
      [],
    );
  });

  // A message with a count would need Intl.PluralRules.
  it('has no placeholder for a count, which would need plural forms', () => {
    const known = ['{item}', '{order}', '{price}', '{prior}', '{replaced}', '{separate}', '{time}', '{total}'];
    assert.deepEqual([...new Set(Object.values(english).flatMap(placeholders))].sort(), known);
  });

  for (const tag of tags) {
    const own = texts[tag] as Texts;

    it(`${tag}: has the same messages and placeholders as English`, () => {
      assert.deepEqual(Object.keys(own).sort(), Object.keys(keys).sort());
      for (const key of Object.keys(keys)) {
        assert.deepEqual(placeholders(`${own[key]}`), placeholders(`${english[key]}`), key);
      }
    });

    it(`${tag}: has different messages for all keys, none with words the same as in English`, () => {
      const all = Object.values(own);
      const hasWords = (text: string) => /\p{L}/u.test(text.replaceAll(/\{\w+\}/g, ''));
      assert.ok(all.every((text) => /^\S.+\S$/.test(text)));
      assert.equal(new Set(all).size, all.length, `${all.filter((text, index) => all.indexOf(text) !== index)}`);
      if (tag !== 'en')
        assert.deepEqual(
          all.filter((text) => hasWords(text) && Object.values(english).includes(text)),
          [],
        );
    });

    it(`${tag}: is loaded completely, and says the amount where something costs money`, () => {
      const messages = messagesFor(tag)[0];
      for (const key of ['accepted', 'action', 'priceChanged', 'pay', 'undone'] satisfies (keyof Messages)[]) {
        assert.match(`${messages[kMessage[key]]}`, /\{price\}/, key);
      }
      assert.match(`${messages[kMessage.total]}`, /\{total\}/);
      assert.match(`${messages[kMessage.until]}`, /\{time\}/);
      assert.match(`${messages[kMessage.safe]}`, /\{order\}/);
      for (const [name, index] of Object.entries(kMessage)) assert.equal(messages[index], own[name], name);
    });

    it(`${tag}: has whole sentences, not parts that the program would join`, () => {
      for (const [key, text] of Object.entries(own)) {
        assert.doesNotMatch(text, /^[\s.,;:،、。]|[,;:،、(（]$/, key);
        const isSentence = /[.。）]$/.test(`${text}`);
        assert.equal(
          isSentence,
          /\.$/.test(`${english[key]}`),
          `${key} must be a sentence if the English message is one`,
        );
      }
    });
  }
});
