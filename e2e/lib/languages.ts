/** @file Copy in every language, and our messages as a shopper reads them. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type Book, demoBook, entry } from './book.js';
import { at } from './paths.js';

/** A merchant's copy in each language; our own messages are used for what it leaves out. */
const kCopy: Record<string, [bump: string, offer: string, benefit: string]> = {
  ar: ['غطاء لكل سكين من {trigger}', 'ليبقى {trigger} حادًا', 'حركتان قبل الطهي تحفظان الحد سنوات.'],
  de: [
    'Ein Klingenschutz für jedes Messer: {trigger}',
    'So bleibt {trigger} scharf',
    'Zwei Züge vor dem Kochen, und die Klinge hält Jahre.',
  ],
  en: ['A guard for each knife of your {trigger}', 'Keep your {trigger} this sharp', 'Two strokes before you cook.'],
  es: [
    'Una funda para cada cuchillo de {trigger}',
    'Para que {trigger} siga afilado',
    'Dos pasadas antes de cocinar conservan el filo durante años.',
  ],
  fr: [
    'Un étui pour chaque couteau {trigger}',
    'Pour que {trigger} reste affûté',
    'Deux passages avant de cuisiner, et le fil tient des années.',
  ],
  it: [
    'Una custodia per ogni coltello di {trigger}',
    'Perché {trigger} resti affilato',
    'Due passate prima di cucinare conservano il filo per anni.',
  ],
  ja: [
    '{trigger}の一本ずつにカバーを',
    '{trigger}の切れ味を保つために',
    '料理の前に二回研ぐだけで、長く切れ味が続きます。',
  ],
  nl: [
    'Een hoes voor elk mes van {trigger}',
    'Zo blijft {trigger} scherp',
    'Twee halen voor het koken houden de snede jaren goed.',
  ],
  pl: [
    'Osłona na każdy nóż z zestawu {trigger}',
    'Aby {trigger} pozostał ostry',
    'Dwa pociągnięcia przed gotowaniem chronią ostrze przez lata.',
  ],
  pt: [
    'Uma proteção para cada faca de {trigger}',
    'Para que {trigger} continue afiado',
    'Duas passagens antes de cozinhar conservam o fio durante anos.',
  ],
  zh: ['为{trigger}的每把刀配上刀套', '让{trigger}保持锋利', '烹饪前磨两下，刀刃多年如新。'],
};

export type Texts = Record<string, string>;

/** The language of a locale. */
export const languageOf = (locale: string): string => locale.replace(/-.*/, '');

/** Our messages in a language, or in English if there are none. */
export function messagesIn(language: string): Texts {
  try {
    return JSON.parse(readFileSync(at('core/messages', `${language}.json`), 'utf8')) as Texts;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return messagesIn('en');
  }
}

/** A book in a locale: its copy is in the language, and its product names are in no language. */
export function bookIn(locale: string): Book {
  const language = languageOf(locale);
  const [bump, offer, benefit] = kCopy[language] as [string, string, string];
  return demoBook((book) => {
    book.locale = locale;
    book.experiments = [];
    for (const [id, title] of Object.entries({ 'knife-set': 'Arden', 'blade-guard': 'Brae', sharpener: 'Tern' })) {
      Object.assign(entry(book.products, id), { title, imageAlt: title, translations: undefined });
    }
    book.offers = ['guards-with-set', 'sharpener-after-knife'].map((id) => entry(book.offers, id));
    const [atCheckout, after] = book.offers as [Book['offers'][0], Book['offers'][0]];
    atCheckout.copy = { [language]: { headline: bump, benefit } as never };
    after.copy = { [language]: { headline: offer, benefit } as never };
  });
}

/** An amount in minor units as the browser formats it. */
export const moneyIn = (page: Page, locale: string, amount: number): Promise<string> =>
  page.evaluate(
    ([where, minor]) => new Intl.NumberFormat(where, { style: 'currency', currency: 'GBP' }).format(minor / 100),
    [locale, amount] as const,
  );

/** One of our messages as a shopper reads it, with its placeholders filled. */
export const filled = (text: string | undefined, values: Texts): string =>
  `${text}`.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** A text as a shopper reads it: without isolation marks, and with single spaces. */
export const asRead = (text: string): string =>
  text
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Words of our English messages in a text, without those that the messages or copy in its language contain, too. */
export function englishIn(text: string, language: string): string[] {
  const wordsOf = (texts: Texts | string[]) =>
    new Set(
      Object.values(texts).flatMap(
        (each) =>
          each
            .replace(/\{\w+\}/g, '')
            .toLowerCase()
            .match(/\p{L}{2,}/gu) ?? [],
      ),
    );
  const own = wordsOf([...Object.values(messagesIn(language)), ...(kCopy[language] ?? [])]);
  const english = [...wordsOf(messagesIn('en'))].filter((word) => !own.has(word));
  const read = new Set(
    asRead(text)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [],
  );
  return english.filter((word) => read.has(word));
}
