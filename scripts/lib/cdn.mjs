// dist/VERSION/: the files that pages fetch, under an address that never changes its content; and the tag for
// README.md.
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, Plain } from './project.mjs';
import { integrityOf } from './weigh.mjs';

/** Files of the inventory that a page may fetch, those for developers among them. */
const pageFiles = ({ files }) => files.filter(({ role }) => /^page |^for developers$/.test(role));

/** Copies the files that pages fetch, and what describes them, into dist/VERSION/. */
export function writeCdnFolder(inventory) {
  const folder = at('dist', inventory.version);
  mkdirSync(folder);
  const described = ['inventory.json', 'sbom.cdx.json'];
  for (const file of [...pageFiles(inventory).map((entry) => entry.file), ...described]) {
    cpSync(at('dist', file), join(folder, file));
  }
}

/** True where dist/VERSION/ has every file of the inventory that pages fetch, unchanged. */
export const isCdnFolderWhole = (inventory) =>
  pageFiles(inventory).every(({ file, integrity }) => {
    const path = at('dist', inventory.version, file);
    return existsSync(path) && integrityOf(readFileSync(path)) === integrity;
  });

/** The tags for a page's head, as Markdown. */
export function makeScriptTag({ version, files }) {
  const integrity = (name) => files.find(({ file }) => file === name).integrity;
  const tag = (name, before, after) =>
    `${before}="https://cdn.example.com/aftermint/${version}/${name}"\n        integrity="${integrity(name)}"\n        ${after}`;
  return [
    '```html',
    tag('aftermint.css', '<link rel="stylesheet" href', 'crossorigin>'),
    tag('aftermint.js', '<script async src', 'crossorigin data-book="/book.json" data-beacon="/events"></script>'),
    '```',
  ].join('\n');
}

const begin = '<!-- script tag: written by `npm run build` -->';
const end = '<!-- /script tag -->';

/**
 * The text with the tag between its markers.
 *
 * @throws Plain where the markers are missing.
 */
export function setScriptTag(text, tag) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Plain(`README.md needs the lines ${begin} and ${end}.`);
  return `${text.slice(0, from + begin.length)}\n${tag}\n${text.slice(to)}`;
}
