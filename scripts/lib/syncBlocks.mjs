// Code blocks of a document that show a file of the repository: their first line names it.
import { readFileSync } from 'node:fs';
import { at } from './project.mjs';

const kShown = /^(```\w+\n(?:\/\/|<!--) (examples\/\S+)(?: -->)?\n).*?^```$/gms;

/** The document with each such block as its file is now. */
export const syncBlocks = (text) =>
  text.replace(kShown, (_block, head, file) => `${head}${readFileSync(at(file), 'utf8')}\`\`\``);
