// Runs the golden cases with the shipped modules, comparing byte for byte; golden_test.cpp runs them natively.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyChanges } from './applyChanges.mjs';
import { opened, page, shippedMessages, englishPage, workshop } from './modules.js';

type Changes = { at: string; to?: unknown }[];
interface Case {
  name: string;
  book?: Changes;
  moment?: Changes;
  change?: Changes;
  text?: string;
  decision?: unknown;
  tree?: unknown;
  accept?: object;
  result?: unknown;
  findings?: unknown;
  error?: { code: string; pointer?: string };
}

type Element = { attrs: Record<string, string>; children: Element[] };

const read = (name: string) => JSON.parse(readFileSync(`tests/golden/${name}`, 'utf8')) as unknown;
const cases = (topic: string) => {
  const all = read(`cases/${topic}.json`) as Case[];
  assert.ok(all.length > 5, `no cases of ${topic}`);
  return all;
};
const bookOf = (one: Case) => JSON.stringify(applyChanges(read('book.json'), one.book));
const momentOf = (one: Case) => applyChanges(read('moment.json'), one.moment);

for (const [name, load] of Object.entries({ page, workshop })) {
  test(`${name}: decisions`, async (t) => {
    const doors = await load();
    for (const one of cases('decide')) {
      await t.test(one.name, () => {
        const book = opened(doors, bookOf(one));
        assert.equal(doors.decide(book, JSON.stringify(momentOf(one))), JSON.stringify(one.decision));
        doors.close(book);
      });
    }
  });

  test(`${name}: views`, async (t) => {
    const doors = await load();
    for (const one of cases('view')) {
      await t.test(one.name, () => {
        const book = opened(doors, bookOf(one));
        const moment = JSON.stringify(momentOf(one));
        const expected = `{"ok":true,"decision":${doors.decide(book, moment)},"view":${JSON.stringify(one.tree)}}`;
        assert.equal(doors.view(book, moment), expected);
        doors.close(book);
      });
    }
  });

  test(`${name}: refusals`, async (t) => {
    const doors = await load();
    for (const one of cases('refuse')) {
      // References inside a book are checked before it is published, so the page's module does not check them.
      if (name === 'page' && one.error?.code === 'book_reference') continue;
      await t.test(one.name, () => {
        const text = one.text ?? JSON.stringify(applyChanges(read('book.json'), one.change));
        const answer = JSON.parse(doors.open(text)) as { ok: boolean; error: Record<string, unknown> };
        assert.equal(answer.ok, false);
        assert.equal(answer.error.code, one.error?.code);
        if (one.error?.pointer !== undefined) assert.equal(answer.error.pointer, one.error.pointer);
      });
    }
  });
}

test('workshop: verdicts on accepts', async (t) => {
  const doors = await workshop();
  for (const one of cases('verify')) {
    await t.test(one.name, () => {
      const book = opened(doors, bookOf(one));
      const accept = JSON.stringify({ moment: momentOf(one), ...one.accept });
      assert.equal(doors.verify(book, accept), JSON.stringify(one.result));
      doors.close(book);
    });
  }
});

test('workshop: findings', async (t) => {
  const doors = await workshop();
  for (const one of [...cases('check'), ...cases('rules')]) {
    if (one.text) continue; // single texts are checked only natively
    await t.test(one.name, () => assert.equal(doors.check(bookOf(one)), JSON.stringify(one.findings)));
  }
});

for (const [name, load] of Object.entries({ page, workshop })) {
  test(`${name}: money with a decimal point or an exponent is refused, even if its value is an integer`, async (t) => {
    const doors = await load();
    const book = JSON.stringify(read('book.json'));
    const number = opened(doors, book);
    const moment = JSON.stringify(momentOf({ name: '' }));
    for (const [written, amount] of [
      ['45.00', 45],
      ['45.0', 45],
      ['4.5e1', 45],
      ['45E0', 45],
      ['0.0', 0],
    ] as const) {
      await t.test(written, () => {
        const pointed = (text: string) => text.replace(/"price":\d+/, `"price":${written}`);
        const whole = (text: string) => text.replace(/"price":\d+/, `"price":${amount}`);
        const refused = JSON.parse(doors.open(pointed(book))) as { error: { code: string; pointer: string } };
        assert.equal(refused.error.code, 'book_schema');
        assert.match(refused.error.pointer, /^\/products\/0\/.*price$/);
        doors.close(opened(doors, whole(book)));
        const answer = JSON.parse(doors.decide(number, pointed(moment))) as {
          error: { code: string; pointer: string };
        };
        assert.equal(answer.error.code, 'moment_schema');
        assert.equal(answer.error.pointer, '/order/lines/0/price');
        assert.ok(!doors.decide(number, whole(moment)).includes('"error"'));
      });
    }
    doors.close(number);
  });
}

test('a closed book cannot be used', async () => {
  for (const load of [page, workshop]) {
    const doors = await load();
    const book = opened(doors, bookOf({ name: '' }));
    doors.close(book);
    const answer = JSON.parse(doors.decide(book, '{}')) as { error: { code: string } };
    assert.equal(answer.error.code, 'no_book');
  }
});

test('the page module uses English messages until it gets others, and marks the language of the copy', async () => {
  const doors = await englishPage();
  const messages = await shippedMessages();
  for (const locale of ['de-AT', 'ar-EG', 'sv-FI']) {
    const one = cases('view').find(({ moment }) => moment?.some(({ to }) => to === locale));
    assert.ok(one?.tree, locale);
    const book = opened(doors, bookOf(one));
    const draw = () => {
      const { view } = JSON.parse(doors.view(book, JSON.stringify(momentOf(one)))) as { view: Element };
      return view;
    };
    const [language] = locale.split('-') as [string];
    const before = draw();
    assert.equal(before.attrs.lang, 'en');
    assert.equal(before.attrs['aria-label'], 'Optional extra');
    const headline = before.children.find(({ attrs }) => attrs?.part === 'headline');
    assert.deepEqual(headline?.attrs, { part: 'headline', lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' });
    const line = messages.find((each) => each.startsWith(`${language}|`));
    if (line) doors.addMessages(line);
    assert.deepEqual(draw(), one.tree);
    doors.close(book);
  }
});
