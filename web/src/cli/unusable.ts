/** @file The error for input that cannot be used. */
import type { ErrorCode } from '../codes.gen.js';
import type { Fault } from '../node.js';

/** Thrown for an input that cannot be used, with all its faults. The program then exits with 2. */
export class Unusable extends Error {
  readonly faults: Fault[];
  /** The name as the user gave it; empty if no file is concerned. */
  readonly file: string;

  constructor(faults: Fault[], file = '') {
    super(faults[0]?.message ?? 'unusable input');
    this.faults = faults;
    this.file = file;
  }
}

/** An Unusable with one fault. */
export function unusable(code: ErrorCode, message: string, hint: string, file = ''): Unusable {
  return new Unusable([{ code, pointer: '', message, hint }], file);
}

/** The answer of the module as a value. Throws Unusable for `file` if it refused its input. */
export function answerOf<T>(text: string, file: string): T {
  const reply = JSON.parse(text) as { error?: Fault; errors?: Fault[] };
  if (reply.error) throw new Unusable(reply.errors ?? [reply.error], file);
  return reply as T;
}
