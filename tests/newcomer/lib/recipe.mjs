// What a document tells a team to write: its files, and how many of their lines are new.
import { readFileSync } from 'node:fs';
import { at } from '../../../scripts/lib/project.mjs';

const kMarks = [
  /^<!-- (\S+) -->\n```\w+\n(.*?)^```$/gms, // a comment above the block
  /^```\w+\n(?:\/\/|<!--) (\S+?)(?: -->|:[^\n]*)?\n(.*?)^```$/gms, // a comment in its first line
];

/** The files of a document: a block belongs to the file that the line before it, or its own first line, names. */
export function filesOf(document) {
  const text = readFileSync(at(document), 'utf8');
  return new Map(kMarks.flatMap((mark) => [...text.matchAll(mark)].map(([, name, code]) => [name, code])));
}

/** The commands of a document's shell blocks. */
export function commandsOf(document) {
  const text = readFileSync(at(document), 'utf8');
  return [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, command]) => command.trim());
}

const isComment = (line) => /^(\/\/|\/\*|\*|<!--.*-->$)/.test(line);

/** The lines that a person writes: neither empty nor a comment, without the indentation, which an editor changes. */
export const linesOf = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !isComment(line));

/** The lines of `after` that are not in `before`, in order: a changed line counts as one. */
export function newLines(before, after) {
  const [old, now] = [linesOf(before), linesOf(after)];
  // The longest common subsequence, from the end.
  const common = Array.from({ length: old.length + 1 }, () => new Array(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i][j] = old[i] === now[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  const added = [];
  for (let [i, j] = [0, 0]; j < now.length; ) {
    if (i < old.length && old[i] === now[j]) [i, j] = [i + 1, j + 1];
    else if (i < old.length && common[i + 1][j] >= common[i][j + 1]) i += 1;
    else added.push(now[j++]);
  }
  return added;
}
