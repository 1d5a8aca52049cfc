// A copy of the working tree at another path: what a second machine would build from.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { at, must } from '../../../scripts/lib/project.mjs';

/**
 * Copies every file that Git tracks or would track, and links node_modules.
 *
 * @returns the copy's folder, and a function that removes it
 */
export async function copyOfTree() {
  const folder = join(mkdtempSync(join(tmpdir(), 'aftermint-copy-')), 'another', 'path');
  const listed = await must('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { capture: true });
  for (const path of listed.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(at(path), join(folder, path));
  }
  symlinkSync(at('node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(dirname(dirname(folder)), { recursive: true, force: true }) };
}
