// Aftermint's own words as core/words has them: one file a language, every key documented in keys.json.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { at, filesBelow, Plain } from './project.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @typedef {{ name: string, doc: string, of: 'view' | 'both' | 'widget' }} Key */

/** The keys in their order in a language's lines: the view's alone, those of both, the widget's alone. */
export function wordKeys() {
  const place = ['view', 'both', 'widget'];
  const keys = Object.entries(readJson(at('core/words/keys.json'))).map(([name, { of, doc }]) => ({ name, of, doc }));
  for (const [index, { name, of, doc }] of keys.entries()) {
    if (!/^[a-z][A-Za-z]*$/.test(name) || !place.includes(of) || !doc) {
      throw new Plain(
        `core/words/keys.json: ${name} must be camelCase, \`of\` view, both or widget, and have a \`doc\``,
      );
    }
    if (index > 0 && place.indexOf(of) < place.indexOf(keys[index - 1].of)) {
      throw new Plain(`core/words/keys.json: ${name} stands behind keys of "${keys[index - 1].of}"; it is of "${of}"`);
    }
  }
  return keys;
}

const placeholdersIn = (text) => [...text.matchAll(/\{(\w*)\}/g)].map(([whole]) => whole).sort();

/** What is wrong with a language's file; `lines` are its texts in the order of the keys. */
function faultsOf(language, words, keys, english) {
  const faults = [];
  for (const name of Object.keys(words)) {
    if (!keys.some((key) => key.name === name)) faults.push(`"${name}" is no key of core/words/keys.json`);
  }
  for (const { name } of keys) {
    const text = words[name];
    if (typeof text !== 'string' || text.trim() !== text || text === '') faults.push(`"${name}" has no text`);
    // `|` parts the texts of a line, a line break those of the script.
    else if (/[|\n`\\]|\$\{/.test(text)) faults.push(`"${name}" has a letter that cannot travel`);
    else if (`${placeholdersIn(text)}` !== `${placeholdersIn(english[name])}`) {
      faults.push(`"${name}" has ${placeholdersIn(text)}, not ${placeholdersIn(english[name])} as in English`);
    }
  }
  return faults.map((fault) => `core/words/${language}.json: ${fault}`);
}

/** Every language with its texts in the order of the keys, English first, the others by their tags. */
export function languages() {
  const keys = wordKeys();
  const english = readJson(at('core/words/en.json'));
  const tags = filesBelow('core/words', /^[a-z]{2,3}\.json$/).map((path) => basename(path, '.json'));
  return ['en', ...tags.filter((tag) => tag !== 'en')].map((language) => {
    const words = readJson(at(`core/words/${language}.json`));
    const faults = faultsOf(language, words, keys, english);
    if (faults.length > 0) throw new Plain(faults.join('\n'));
    return { language, lines: keys.map(({ name }) => words[name]) };
  });
}

/** What a page in another language than English fetches: of each its tag, and its texts in the order of the keys. */
export const wordsFile = 'aftermint-words.json';
export const wordsText = () =>
  JSON.stringify(
    languages()
      .slice(1)
      .map(({ language, lines }) => [language, ...lines]),
  );
