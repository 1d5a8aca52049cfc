/** @file The folder of a set of shards, in which groups appear whole or not at all (native/src/shard). */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { systemText } from './inputs.js';
import { unusable } from './unusable.js';
import { writeWhole } from './writeFile.js';

/** The files of a group: name and text. */
export type ShardFiles = [string, string][];

const kOurs = /^([0-9a-f]{16}|\.[0-9a-f]{16}\.[A-Za-z0-9]{6})$/;

/** A folder that groups are written to. Its functions throw Unusable (`file_unreadable`) if it cannot be written. */
export class ShardFolder {
  private readonly _path: string;
  /** Temporary folders and where they belong. */
  private _unfinished: [string, string][] = [];

  /** Creates the folder and its parents if they do not exist. */
  constructor(path: string) {
    this._path = path;
    this._guarded(() => mkdirSync(path, { recursive: true }));
  }

  /** Writes a group to a temporary folder, unless it exists. Returns the number of files written. */
  put(name: string, files: ShardFiles): number {
    const place = join(this._path, name);
    return this._guarded(() => {
      if (statSync(place, { throwIfNoEntry: false })?.isDirectory()) return this._repair(place, files);
      const folder = mkdtempSync(join(this._path, `.${name}.`));
      this._unfinished.push([folder, place]);
      for (const [file, text] of files) writeSynced(join(folder, file), text);
      return files.length;
    });
  }

  /** Moves the new groups into place. Without this call, `drop` deletes them. */
  settle(): void {
    this._guarded(() => {
      for (const [folder, place] of this._unfinished.splice(0)) {
        chmodAsNew(folder);
        try {
          renameSync(folder, place);
        } catch (error) {
          rmSync(folder, { recursive: true, force: true });
          // Another run may have written the same files first.
          if (!['EEXIST', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
        }
      }
    });
  }

  /** Deletes the groups that were not moved into place. */
  drop(): void {
    for (const [folder] of this._unfinished.splice(0)) rmSync(folder, { recursive: true, force: true });
  }

  /** Removes every group except those named, and what an interrupted run left. Returns the number of folders. */
  prune(kept: Set<string>): number {
    return this._guarded(() => {
      const old = readdirSync(this._path, { withFileTypes: true }).filter(
        (entry) => entry.isDirectory() && kOurs.test(entry.name) && !kept.has(entry.name),
      );
      for (const { name } of old) rmSync(join(this._path, name), { recursive: true });
      return old.length;
    });
  }

  /** The name of an existing group is a hash of its content, so a file of another size is damaged. */
  private _repair(place: string, files: ShardFiles): number {
    let repaired = 0;
    for (const [file, text] of files) {
      const path = join(place, file);
      if (statSync(path, { throwIfNoEntry: false })?.size === Buffer.byteLength(text)) continue;
      writeWhole(path, text);
      repaired += 1;
    }
    return repaired;
  }

  private _guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const { errno, code, path = this._path } = error as NodeJS.ErrnoException;
      if (errno === undefined) throw error;
      const why = code === 'EEXIST' || code === 'ENOTDIR' ? 'Not a directory' : systemText(error);
      const hint = 'Check that you may write to the folder and that the disk has space.';
      throw unusable('file_unreadable', `cannot write ${path}: ${why}`, hint, path);
    }
  }
}

/** mkdtemp allows the owner only; a web server must read the folder. */
function chmodAsNew(folder: string): void {
  chmodSync(folder, 0o777 & ~process.umask());
}

function writeSynced(path: string, text: string): void {
  const descriptor = openSync(path, 'wx');
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
