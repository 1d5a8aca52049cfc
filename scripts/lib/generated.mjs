// Writes generated files. With `--check` it writes nothing, and fails if a file is out of date.
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
 * Writes the files whose text has changed. With `--check` it sets the exit code to 1 instead.
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
      console.error(`${path} is out of date with ${source}: run \`${command}\` and commit the result.`);
      process.exitCode = 1;
    } else {
      writeFileSync(at(path), text);
      console.log(`wrote ${path}`);
    }
  }
}
