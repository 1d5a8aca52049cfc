/** @file What a command of the program is. */
import type { Call, Shape } from './arguments.js';
import type { Workshop } from './core.js';

/** A command: what it takes, its help, and what it does. */
export interface Command {
  /** One sentence for the list of commands. */
  doc: string;
  shape: Shape;
  /** The last paragraphs of its help: what it promises, and the exit codes. */
  footer: string;
  /** Runs it and returns the exit code. Throws Unusable. `core` starts the module. */
  run(call: Call, json: boolean, core: () => Promise<Workshop>): Promise<number>;
}

/** The flag that every command has. */
export const kJson = { '--json': { doc: 'Print exactly one JSON value on standard output' } };

/** The arguments of commands on a book. */
export const kBook = { BOOK: 'The book, a JSON file; - is standard input' };
export const kMoment = { MOMENT: 'The moment, a JSON file; - is standard input' };
