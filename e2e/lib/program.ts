/** @file Runs the program. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { kProgram } from './paths.js';

const runFile = promisify(execFile);

/** Runs a command of the program that must succeed, and returns its standard output. */
export async function aftermint(...args: string[]): Promise<string> {
  const { stdout } = await runFile(kProgram, args, { maxBuffer: 16 << 20 });
  return stdout;
}
