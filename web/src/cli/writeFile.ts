/** @file Writes files so that a reader finds the old one or the new one, never half of one. */
import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { systemText } from './inputs.js';
import { type Unusable, unusable } from './unusable.js';

function unwritable(path: string, error: unknown): Unusable {
  if ((error as NodeJS.ErrnoException).errno === undefined) throw error;
  const hint = 'Check that the folder exists and that you may write to it.';
  return unusable('file_unreadable', `cannot write ${path}: ${systemText(error)}`, hint, path);
}

/** The mode of the file that is there; null if there is none. A device or a pipe must not be replaced by a file. */
function modeOf(path: string): { mode: number; isFile: boolean } | null {
  const there = statSync(path, { throwIfNoEntry: false });
  return there ? { mode: there.mode & 0o7777, isFile: there.isFile() } : null;
}

/** Writes a file whole, in place of the one that is there. Throws Unusable (`file_unreadable`). */
export function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${randomBytes(3).toString('hex')}`;
  try {
    const old = modeOf(path);
    if (old && !old.isFile) {
      writeFileSync(path, text);
      return;
    }
    const descriptor = openSync(temporary, 'wx', 0o666);
    try {
      writeFileSync(descriptor, text);
      if (old) fchmodSync(descriptor, old.mode);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw unwritable(path, error);
  }
}
