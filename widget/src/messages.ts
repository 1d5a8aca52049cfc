/** @file Our own messages on the page, by language. */
import { kEnglish, kMessage, type Messages } from './messages.gen.js';

export { kMessage, type Messages };

/** The messages of a language, at the indexes in `kMessage`. */
export type MessageList = Readonly<Record<(typeof kMessage)[keyof Messages], string>>;

const table = new Map<string, readonly string[]>([['en', kEnglish]]);
const ownMessages = new Map<string, Record<number, string>>();

/** Sets the messages of a language: the last entries of `line` (core/messages). The page's own messages replace them. */
export function setMessages(language: string, line: readonly string[]): void {
  table.set(language, Object.assign(line.slice(-kEnglish.length), ownMessages.get(language)));
}

/** Messages that a page may set: all but the labels of the two buttons, which therefore stay neutral. */
export type OwnMessages = Partial<Omit<Messages, 'decline' | 'pay'>>;

/** Adds a page's own messages to a language. Missing messages are English if we do not have the language. */
export function addMessages(language: string, messages: OwnMessages): void {
  const own = { ...ownMessages.get(language) };
  for (const [name, index] of Object.entries(kMessage)) {
    const text = (messages as Partial<Messages>)[name as keyof Messages];
    if (text !== undefined && name !== 'decline' && name !== 'pay') own[index] = text;
  }
  ownMessages.set(language, own);
  table.set(language, Object.assign([...(table.get(language) ?? kEnglish)], own));
}

/** The messages for a locale and their language: for `de-AT` those of `de-AT` if there are any, else `de`, else English. */
export function messagesFor(locale: string): [messages: MessageList, language: string] {
  const language = [locale, locale.replace(/-.*/, '')].find((each) => table.has(each)) ?? 'en';
  return [table.get(language) as unknown as MessageList, language];
}

/**
 * Fills in placeholders. A placeholder with an empty value is removed, with the space and the commas around it.
 *
 * In right-to-left text each value is isolated, because prices and names would otherwise be reordered (UAX #9).
 */
export function fill(text: string, values: Record<string, string>): string {
  const [from, to] = /[\u0590-\u08ff]/.test(text) ? '\u2068\u2069' : ['', ''];
  return text.replace(/(,? ?)\{(\w+)\}(,?)/g, (_, before: string, name: string, after: string) => {
    const value = values[name];
    return value ? before + from + value + to + after : '';
  });
}
