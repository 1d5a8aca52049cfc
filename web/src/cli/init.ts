/** @file `aftermint init`: writes a minimal book, a page snippet and a server snippet for one's own shop. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minorDigits } from '../currencies.gen.js';
import { moneyText } from './money.js';
import { type Command, kJson } from './command.js';
import { systemText } from './inputs.js';
import { inspect, publishedText } from './inspected.js';
import { kGood, print } from './output.js';
import { answerOf, unusable } from './unusable.js';

/** Texts of the sample offer by language. `check` finds no error in any of them. */
const kCopy: Record<string, { board: string; wax: string; headline: string; benefit: string; accept: string }> = {
  en: {
    board: 'Oak board',
    wax: 'Board wax',
    headline: 'The first coat for your {trigger}',
    benefit: 'New oak takes up water until it is waxed. Rub this in on the first evening.',
    accept: 'Add the board wax',
  },
  de: {
    board: 'Eichenbrett',
    wax: 'Brettwachs',
    headline: 'Der erste Anstrich für: {trigger}',
    benefit: 'Neue Eiche nimmt Wasser auf, bis sie gewachst ist. Reiben Sie das Wachs am ersten Abend ein.',
    accept: 'Brettwachs hinzufügen',
  },
  fr: {
    board: 'Planche en chêne',
    wax: 'Cire pour planche',
    headline: 'La première couche : {trigger}',
    benefit: 'Le chêne neuf prend l’eau tant qu’il n’est pas ciré. Passez cette cire le premier soir.',
    accept: 'Ajouter la cire',
  },
};

const languageOf = (locale: string) => locale.split('-')[0]?.toLowerCase() ?? 'en';

/** A price in minor units of about that many euros, whatever the currency's digits are. */
const price = (euros: number, currency: string) => {
  const digits = minorDigits(currency);
  return digits === 0 ? euros * 100 : euros * 10 ** digits;
};

function bookText(currency: string, locale: string): string {
  const language = kCopy[languageOf(locale)] ? languageOf(locale) : 'en';
  const { board, wax, ...copy } = kCopy[language] as (typeof kCopy)[string];
  const book = {
    version: 1,
    id: 'shop',
    merchant: 'my-shop',
    currency,
    locale: language === languageOf(locale) ? locale : 'en',
    products: [
      { id: 'board', title: board, price: price(58, currency), complements: ['wax'] },
      { id: 'wax', title: wax, price: price(12, currency) },
    ],
    offers: [
      {
        id: 'wax-with-board',
        type: 'cross_sell',
        items: [{ product: 'wax' }],
        price: { kind: 'list' },
        placements: ['checkout'],
        copy: { [language]: copy },
      },
    ],
  };
  return `${JSON.stringify(book, null, 2)}\n`;
}

function pageText(currency: string, locale: string): string {
  const amount = price(58, currency);
  const order = JSON.stringify({ currency, lines: [{ product: 'board', quantity: 1, price: amount }] });
  return `<!-- Into the head of your checkout page. Copy dist/ of the package to /aftermint/ on your site, and serve
     book.published.json as /book.json. -->
<link rel="stylesheet" href="/aftermint/aftermint.css">
<script async src="/aftermint/aftermint.js" data-book="/book.json"></script>

<!-- Into the form, above the pay button. The amounts of the order are in minor units: ${amount} is
     ${moneyText(amount, currency, locale)}. -->
<aftermint-bump name="bump" order='${order}'></aftermint-bump>
`;
}

function serverText(currency: string, locale: string): string {
  const order = JSON.stringify({ currency, lines: [{ product: 'board', quantity: 1, price: price(58, currency) }] });
  return `// Run it with \`node server.mjs\`: it prints what to charge for an accepted bump. Call \`bumpOf\` where your server
// handles the form, with the order as your server knows it.
import { readFileSync } from 'node:fs';
import { load } from 'aftermint/node';

const engine = await load({ book: readFileSync(import.meta.dirname + '/book.json', 'utf8') });

/** The lines to add for the offer in the form's field \`bump\`, and what they cost. Null: the offer does not hold. */
export function bumpOf(order, offer) {
  const moment = { placement: 'checkout', time: new Date().toISOString(), locale: ${JSON.stringify(locale)}, order };
  const { verdict, price, items } = engine.verify({ moment, offer });
  return verdict === 'accepted' ? { price, items } : null;
}

console.log(bumpOf(${order}, 'wax-with-board'));
`;
}

/** Writes a file that is not there yet. Throws Unusable (`file_unreadable`). */
function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).errno === undefined) throw error;
    const hint = 'Check that the folder exists and that you may write to it.';
    throw unusable('file_unreadable', `cannot write ${path}: ${systemText(error)}`, hint, path);
  }
}

function problemOfLocale(text: string): string {
  try {
    Intl.getCanonicalLocales(text);
    return '';
  } catch {
    return `${text} is not a language such as de-AT`;
  }
}

const kCurrency = /^[A-Z]{3}$/;

export const init: Command = {
  doc: 'Write a minimal book, a page snippet and a server snippet for your own shop',
  shape: {
    arguments: { DIR: 'The folder to write to; created if it does not exist' },
    options: {
      '--currency': {
        value: 'CODE',
        doc: 'The currency of your shop, ISO 4217; EUR if absent',
        check: (text) => (kCurrency.test(text) ? '' : `${text} is not a currency such as EUR`),
      },
      '--locale': { value: 'LOCALE', doc: 'The language of your shop, BCP 47; en if absent', check: problemOfLocale },
      ...kJson,
    },
  },
  footer: `Writes book.json, book.published.json, page.html and server.mjs. It asks nothing and never replaces a file: if one of
them exists, nothing is written. The sample copy is in English, German or French.
Exit codes: 0 written; 2 a file exists, or the folder cannot be written.`,
  async run(call, json, core) {
    const [folder, currency, locale] = [call.at(0), call.get('--currency') ?? 'EUR', call.get('--locale') ?? 'en'];
    const module = await core();
    const book = bookText(currency, locale);
    // Refuses a currency or a locale that a book may not have, in the words of every command.
    module.close(answerOf<{ book: number }>(module.open(book), 'book.json').book);
    inspect(module, book, 'book.json', Date.now());
    const files: Record<string, string> = {
      'book.json': book,
      'book.published.json': `${publishedText(module)}\n`,
      'page.html': pageText(currency, locale),
      'server.mjs': serverText(currency, locale),
    };
    const paths = Object.keys(files).map((name) => join(folder, name));
    const there = paths.find((path) => existsSync(path));
    if (there) throw unusable('usage', `${there} exists`, 'Give another folder. Nothing was written.', there);
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      const hint = 'Give a folder that you may write to.';
      throw unusable('file_unreadable', `cannot make ${folder}: ${systemText(error)}`, hint, folder);
    }
    for (const [name, text] of Object.entries(files)) writeNew(join(folder, name), text);
    if (json) print(JSON.stringify({ ok: true, files: paths }));
    else {
      print(`${paths.join('\n')}
Next: put your products and an offer into book.json, then
  npx aftermint check ${join(folder, 'book.json')} --shopper
  npx aftermint publish ${join(folder, 'book.json')} ${join(folder, 'book.published.json')}
page.html and server.mjs say where they go; npx aftermint doctor URL looks at your page.`);
    }
    return kGood;
  },
};
