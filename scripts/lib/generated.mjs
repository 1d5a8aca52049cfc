// Writes generated files; with `--check` it writes nothing and fails when one differs from what it should be.
import { readFileSync, writeFileSync } from 'node:fs';
import { at } from './project.mjs';

function before(path) {
  try {
    return readFileSync(at(path), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

/**
 * Writes the files that differ from their text, and sets the exit code to 1 where `--check` finds one.
 *
 * @param {Record<string, string>} files texts by path from the root
 * @param {string} source the file they are made from
 * @param {string} command what to run after a change of the source
 */
export function writeGenerated(files, source, command) {
  const checkOnly = process.argv.includes('--check');
  for (const [path, text] of Object.entries(files)) {
    if (before(path) === text) continue;
    if (checkOnly) {
      console.error(`${path} is not what ${source} says: run \`${command}\` and commit the result.`);
      process.exitCode = 1;
    } else {
      writeFileSync(at(path), text);
      console.log(`wrote ${path}`);
    }
  }
}
