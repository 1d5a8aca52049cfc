/** @file Output of commands: results on standard output, messages on standard error, and exit codes. */
import { writeSync } from 'node:fs';
import type { Severity } from '../codes.gen.js';
import type { Fault, Finding } from '../node.js';
import type { Unusable } from './unusable.js';
import { visibleLine, visibleText } from './visibleText.js';

/** Success. */
export const kGood = 0;
/** Findings of severity error. */
export const kBad = 1;
/** An input cannot be used, or the call is wrong. */
export const kUnusable = 2;

const ending = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);

/** Where texts go: standard output (1) and standard error (2). A test replaces it. */
export const output = { write: writeAll };

/** Writes all of a text. Throws what `writeSync` throws. */
function writeAll(descriptor: 1 | 2, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      // A pipe that is full: wait a little until its reader has read.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** Writes a result to standard output. Adds a newline if the text does not end with one. */
export const print = (text: string): void => output.write(1, ending(visibleText(text)));

/** Writes HTML, a mail or a snippet to standard output as it is, while `print` escapes what cannot be seen. */
export const printDocument = (text: string): void => output.write(1, ending(text));

/** Writes a message to standard error. Adds a newline if the text does not end with one. */
export const printMessage = (text: string): void => output.write(2, ending(visibleText(text)));

/** A message about a place in a file; line and column are 0 for the whole file. */
export interface Message {
  file: string;
  line: number;
  column: number;
  severity: Severity;
  code: string;
  pointer: string;
  message: string;
  hint: string;
}

/** `FILE:LINE:COLUMN SEVERITY CODE at POINTER: MESSAGE Hint: HINT` and a newline, without parts that are empty. */
export function messageLine({ file, line, column, severity, code, pointer, message, hint }: Message): string {
  let out = file ? visibleLine(file) : 'aftermint';
  if (line > 0) out += `:${line}`;
  if (line > 0 && column > 0) out += `:${column}`;
  out += ` ${severity} ${code}`;
  if (pointer) out += ` at ${visibleLine(pointer)}`;
  out += `: ${visibleLine(message)}`;
  if (message && !message.endsWith('.')) out += '.';
  if (hint) out += ` Hint: ${visibleLine(hint)}`;
  return `${out}\n`;
}

const faultLine = (file: string, fault: Fault) =>
  messageLine({
    file,
    line: fault.line ?? 0,
    column: fault.column ?? 0,
    severity: 'error',
    code: fault.code,
    pointer: fault.pointer ?? '',
    message: fault.message ?? '',
    hint: fault.hint ?? '',
  });

/** Reports an unusable input: as one JSON value on standard output, or as messages. Returns kUnusable. */
export function refuse({ faults, file }: Unusable, json: boolean): number {
  if (!json) {
    printMessage(faults.map((fault) => faultLine(file, fault)).join(''));
    return kUnusable;
  }
  const named = faults.map(({ code, pointer, line, column, message, hint }) => ({
    code,
    ...(file && { file }),
    ...(line && { line, column }),
    pointer: pointer ?? '',
    message,
    hint,
  }));
  print(JSON.stringify({ ok: false, error: named[0] ?? null, errors: named }));
  return kUnusable;
}

/** A count with its noun: "1 product", "2 products". */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** One line for each finding. Findings of severity info with the same code share a line, so that they hide no errors. */
export function findingLines(findings: Finding[], places: [number, number][], file: string): string {
  const isSameNote = (a: Finding, b: Finding) => a.severity === 'info' && b.severity === 'info' && a.code === b.code;
  return findings
    .map((finding, i) => {
      if (findings.slice(0, i).some((other) => isSameNote(finding, other))) return '';
      const more = findings.slice(i + 1).filter((other) => isSameNote(finding, other)).length;
      const others = more && ` The same holds at ${counted(more, 'more place')} (--json lists them).`;
      const [line, column] = places[i] ?? [0, 0];
      return messageLine({ ...finding, file, line, column, message: finding.message + (others || '') });
    })
    .join('');
}

/** kBad if a finding has severity error, otherwise kGood. */
export const exitOf = (findings: { severity: Severity }[]): number =>
  findings.some(({ severity }) => severity === 'error') ? kBad : kGood;
