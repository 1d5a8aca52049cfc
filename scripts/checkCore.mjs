// Checks what a compiler does not: core/ and workshop/ use no library, I/O, clock or randomness, and do not throw.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesBelow, root } from './lib/project.mjs';

const rules = [
  {
    pattern: /#include\s*[<"]nlohmann\//,
    says: 'the core reads and writes JSON itself (codec/scanner.h says why)',
  },
  {
    pattern:
      /#include\s*<(iostream|istream|ostream|sstream|fstream|iomanip|regex|locale|random|thread|mutex|future|filesystem|cstdio|ctime)>/,
    says: 'the core has no I/O, clock, randomness, locale or threads',
  },
  { pattern: /\b(throw|try)\s*[({;]|\bthrow\s+\w/, says: 'the core does not throw' },
  { pattern: /\bchrono::(system|steady|high_resolution)_clock\b/, says: 'the caller passes the time in' },
  { pattern: /\b(TODO|FIXME|XXX)\b/, says: 'finish it or file an issue' },
];

/** The text without comments and string literals, with the same line numbers: prose about a rule does not break it. */
const code = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/\/\/[^\n]*/g, '')
    .replace(/(?<!#include\s*)"(?:[^"\\\n]|\\.)*"/g, '""');

let faults = 0;
for (const file of [...filesBelow('core', /\.(h|cpp)$/), ...filesBelow('workshop', /\.(h|cpp)$/)]) {
  const name = relative(root, file);
  const lines = code(readFileSync(file, 'utf8')).split('\n');
  for (const [index, line] of lines.entries()) {
    for (const { pattern, says } of rules) {
      if (!pattern.test(line)) continue;
      console.error(`${name}:${index + 1}: ${says}`);
      faults += 1;
    }
  }
}
process.exitCode = faults > 0 ? 1 : 0;
