// Reads and checks Aftermint's own messages: one file per language in core/messages, the keys documented in keys.json.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { at, filesBelow, Plain } from './project.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @typedef {{ name: string, doc: string, of: 'view' | 'both' | 'widget' }} Key */

/** The keys in the order of a language's line: first those of the view only, then of both, then of the widget only. */
export function messageKeys() {
  const place = ['view', 'both', 'widget'];
  const keys = Object.entries(readJson(at('core/messages/keys.json'))).map(([name, { of, doc }]) => ({
    name,
    of,
    doc,
  }));
  for (const [index, { name, of, doc }] of keys.entries()) {
    if (!/^[a-z][A-Za-z]*$/.test(name) || !place.includes(of) || !doc) {
      throw new Plain(
        `core/messages/keys.json: ${name} must be camelCase, \`of\` view, both or widget, and have a \`doc\``,
      );
    }
    if (index > 0 && place.indexOf(of) < place.indexOf(keys[index - 1].of)) {
      throw new Plain(
        `core/messages/keys.json: ${name} is of "${of}" and must come before the keys of "${keys[index - 1].of}"`,
      );
    }
  }
  return keys;
}

const placeholdersIn = (text) => [...text.matchAll(/\{(\w*)\}/g)].map(([whole]) => whole).sort();

/** Returns what is wrong with the file of a language. */
function faultsOf(language, messages, keys, english) {
  const faults = [];
  for (const name of Object.keys(messages)) {
    if (!keys.some((key) => key.name === name)) faults.push(`"${name}" is not a key in core/messages/keys.json`);
  }
  for (const { name } of keys) {
    const text = messages[name];
    if (typeof text !== 'string' || text.trim() !== text || text === '') faults.push(`"${name}" has no text`);
    // `|` separates the messages in a line for the core, a line break those in the script.
    else if (/[|\n`\\]|\$\{/.test(text))
      faults.push(
        `"${name}" contains a reserved character (|, backslash, backtick, dollar and brace, or a line break)`,
      );
    else if (`${placeholdersIn(text)}` !== `${placeholdersIn(english[name])}`) {
      faults.push(
        `"${name}" has the placeholders ${placeholdersIn(text)}; English has ${placeholdersIn(english[name])}`,
      );
    }
  }
  return faults.map((fault) => `core/messages/${language}.json: ${fault}`);
}

/** Every language with its messages in the order of the keys: English first, then sorted by tag. */
export function languages() {
  const keys = messageKeys();
  const english = readJson(at('core/messages/en.json'));
  const tags = filesBelow('core/messages', /^[a-z]{2,3}\.json$/).map((path) => basename(path, '.json'));
  return ['en', ...tags.filter((tag) => tag !== 'en')].map((language) => {
    const messages = readJson(at(`core/messages/${language}.json`));
    const faults = faultsOf(language, messages, keys, english);
    if (faults.length > 0) throw new Plain(faults.join('\n'));
    return { language, lines: keys.map(({ name }) => messages[name]) };
  });
}

/** The file that a page fetches if its language is not English: per language its tag, then its messages in key order. */
export const messagesFile = 'aftermint-messages.json';
export const messagesText = () =>
  JSON.stringify(
    languages()
      .slice(1)
      .map(({ language, lines }) => [language, ...lines]),
  );
