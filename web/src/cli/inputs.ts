/** @file Reads the inputs of commands: files or standard input, plain or gzip. */
import { fstatSync, openSync, closeSync, readFileSync } from 'node:fs';
import { getSystemErrorMap } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Workshop } from './core.js';
import { answerOf, type Unusable, unusable } from './unusable.js';

/** The most bytes of a book or a moment, as in the module. */
const kMostBytes = 64 << 20;

/** What the system says about an error, with a capital letter. */
export function systemText(error: unknown): string {
  const { errno, message } = error as NodeJS.ErrnoException;
  const [, text] = getSystemErrorMap().get(errno ?? 0) ?? ['', message];
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function unreadable(path: string, why: string): Unusable {
  const hint = 'Check the path and the permissions of the file.';
  return unusable('file_unreadable', `cannot read ${path}: ${why}`, hint, path);
}

function readBytes(path: string): Buffer {
  try {
    const descriptor = path === '-' ? 0 : openSync(path, 'r');
    try {
      if (path !== '-' && fstatSync(descriptor).isDirectory()) throw unreadable(path, 'it is a directory');
      return readFileSync(descriptor);
    } finally {
      if (path !== '-') closeSync(descriptor);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).errno === undefined) throw error;
    throw unreadable(path, systemText(error));
  }
}

/** The bytes of a file, unpacked if it is gzip; "-" reads standard input. Throws Unusable (`file_unreadable`). */
function readWhole(path: string): Buffer {
  const bytes = readBytes(path);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw unreadable(path, code === 'Z_BUF_ERROR' ? 'the gzip data is truncated' : message);
  }
}

/**
 * The text of a book or a moment. Throws Unusable (`file_unreadable`, or the faults of bytes that are not UTF-8).
 *
 * @param limit bytes that are read at most; one more is passed on, so that the module reports `too_large`
 */
export function readText(core: Workshop, path: string, shape: 'book' | 'moment', limit = kMostBytes): string {
  const bytes = readWhole(path).subarray(0, limit + 1);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The module takes texts, so it gets each byte as a character, and says what is wrong with them and where.
    answerOf(core.faultsOf(shape === 'book' ? 0 : 1, bytes.toString('latin1')), path);
    throw unreadable(path, 'it is not UTF-8');
  }
}

/** Throws Unusable (`usage`) if both paths are "-": only one input can be standard input. */
export function refuseTwoStdins(first: string, second: string): void {
  if (first !== '-' || second !== '-') return;
  throw unusable('usage', 'only one input can be standard input', 'Give the other one as a file.');
}
