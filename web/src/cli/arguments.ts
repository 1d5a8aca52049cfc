/** @file Reads command lines: positional arguments, options and flags. */
import { unusable } from './unusable.js';

/** An option: a flag, or one that takes a value. */
export interface Option {
  /** The name of the value, such as `FILE`; absent for a flag. */
  value?: string;
  doc: string;
  /** The values that it may have. */
  oneOf?: readonly string[];
  /** What is wrong with a value, or an empty text. */
  check?: (value: string) => string;
  /** The name of an option that it does not go with. */
  excludes?: string;
  /** It may be given several times. */
  many?: true;
}

/** What a command takes. */
export interface Shape {
  /** Names of required arguments, with their meaning. */
  arguments: Record<string, string>;
  options: Record<string, Option>;
}

/** The arguments and options of a call. */
export class Call {
  readonly given = new Map<string, string[]>();
  readonly positional: string[] = [];

  /** Whether a flag is set. */
  has = (name: string): boolean => this.given.has(name);
  /** The value of an option; the last one counts. */
  get = (name: string): string | undefined => this.given.get(name)?.at(-1);
  /** The argument at a place; the parser has made sure that it is there. */
  at = (place: number): string => this.positional[place] ?? '';
}

/** Parses what follows the name of a command. Throws Unusable (`usage`). */
export function parseCall(command: string, shape: Shape, words: string[]): Call {
  const fail = (message: string) => unusable('usage', message, `See \`aftermint ${command} --help\`.`);
  const call = new Call();
  const extra: string[] = [];
  const names = Object.keys(shape.arguments);
  let isOver = false;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (!isOver && word === '--') {
      isOver = true;
    } else if (isOver || !word.startsWith('--')) {
      (call.positional.length < names.length && (isOver || word === '-' || !word.startsWith('-'))
        ? call.positional
        : extra
      ).push(word);
    } else {
      const mark = word.indexOf('=');
      const name = mark < 0 ? word : word.slice(0, mark);
      const option = shape.options[name];
      if (!option) {
        extra.push(word);
        continue;
      }
      const value = mark >= 0 ? word.slice(mark + 1) : option.value ? words[++i] : '';
      if (value === undefined) throw fail(`${name}: 1 required ${option.value} missing`);
      const wrong = problemOf(option, value);
      if (wrong) throw fail(`${name}: ${wrong}`);
      call.given.set(name, [...(call.given.get(name) ?? []), value]);
    }
  }
  for (const name of names.slice(call.positional.length)) throw fail(`${name} is required`);
  for (const [name, { excludes }] of Object.entries(shape.options)) {
    if (excludes && call.has(name) && call.has(excludes)) throw fail(`${name} excludes ${excludes}`);
  }
  const [was, argument] = extra.length === 1 ? ['was', 'argument'] : ['were', 'arguments'];
  if (extra.length > 0) throw fail(`The following ${argument} ${was} not expected: ${extra.join(' ')}`);
  return call;
}

function problemOf({ oneOf, check }: Option, value: string): string {
  if (oneOf && !oneOf.includes(value)) return `${value} not in {${oneOf.join(',')}}`;
  return check?.(value) ?? '';
}
