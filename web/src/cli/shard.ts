/** @file `aftermint shard`: splits a book into static files for a CDN. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, kJson } from './command.js';
import type { Workshop } from './core.js';
import { readText } from './inputs.js';
import { type Inspected, inspect, sha256 } from './inspected.js';
import { counted, findingLines, kBad, kGood, print, printMessage } from './output.js';
import { ShardFolder, type ShardFiles } from './shardFolder.js';
import { writeWhole } from './writeFile.js';

const kMostShards = 2 ** 20;
/** The largest book in bytes: about the longest text of JavaScript. The native program takes 4 GB. */
const kMostBytes = 2 ** 29 - 25;

interface Partition {
  shards: number;
  groups: number;
  commonOffers: number;
}

const kilobytes = (bytes: number) => `${(Math.floor((bytes + 50) / 100) / 10).toFixed(1)} KB`;
const bytesOf = (text: string) => Buffer.byteLength(text);

/** Names a group by a hash of the names and texts of its files. */
const nameOf = (files: ShardFiles) => sha256(files.map(([name, text]) => `${name}\n${text}\n`).join('')).slice(0, 16);

function isHeld(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8') === text;
  } catch {
    return false; // it is written, which reports what is wrong
  }
}

/** Writes all files; each group appears in one step, and the head after all groups that it names. */
function writeShards(core: Workshop, { groups }: Partition, out: string, prunes: boolean) {
  const result = {
    files: 0,
    written: 0,
    pruned: 0,
    bytes: 0,
    shardBytes: 0,
    largestShard: 0,
    commonBytes: 0,
    headBytes: 0,
  };
  const folder = new ShardFolder(out);
  const put = (files: ShardFiles) => {
    const name = nameOf(files);
    result.files += files.length;
    result.written += folder.put(name, files);
    for (const [, text] of files) result.bytes += bytesOf(text);
    return name;
  };
  const filesOf = (group: number) => JSON.parse(core.shardFiles(group)) as ShardFiles;
  try {
    const names = Array.from({ length: groups }, (_, group) => {
      const files = filesOf(group);
      for (const [, text] of files) result.largestShard = Math.max(result.largestShard, bytesOf(text));
      return put(files);
    });
    result.shardBytes = result.bytes;
    const common = filesOf(-1);
    const commonName = common.length > 0 ? put(common) : '';
    result.commonBytes = result.bytes - result.shardBytes;
    const head = core.shardHead([commonName, ...names].join('\n'));
    folder.settle();
    result.files += 1;
    const headPath = join(out, 'book.json');
    if (!isHeld(headPath, head)) {
      writeWhole(headPath, head);
      result.written += 1;
    }
    result.headBytes = bytesOf(head);
    result.bytes += result.headBytes;
    if (prunes) result.pruned = folder.prune(new Set([...names, commonName]));
    return result;
  } finally {
    folder.drop();
  }
}

function refuseFindings({ findings, places }: Inspected, book: string, out: string, json: boolean): number {
  const errors = findings.flatMap((finding, i) => (finding.severity === 'error' ? [i] : []));
  const placesOf = errors.map((i): [number, number] => (book === '-' ? [0, 0] : (places[i] ?? [0, 0])));
  const found = errors.flatMap((i) => findings[i] ?? []);
  printMessage(findingLines(found, placesOf, book));
  print(
    json
      ? JSON.stringify({ ok: false, out, written: false, findings: found.length })
      : 'Not written: the book has findings of severity error.',
  );
  return kBad;
}

type Done = ReturnType<typeof writeShards>;

function saidOf(
  book: Inspected,
  { shards, commonOffers }: Partition,
  done: Done,
  out: string,
  prunes: boolean,
): string {
  const mean = Math.floor(done.shardBytes / shards);
  let text = `${counted(book.products, 'product')} and ${counted(book.offers, 'offer')} in ${counted(shards, 'shard')}: mean ${kilobytes(mean)}, largest ${kilobytes(done.largestShard)}, head ${kilobytes(done.headBytes)}.\n`;
  if (commonOffers > 0) {
    text += `${counted(commonOffers, 'offer')} would be in more than a quarter of all shards. They are in a common part of ${kilobytes(done.commonBytes)} that every page loads.\n`;
  }
  text += `Written to ${out}: ${counted(done.written, 'new file')} of ${done.files}`;
  if (prunes) text += `, ${counted(done.pruned, 'old folder')} removed`;
  return `${text}. Set data-book of pages to ${out}/book.json.`;
}

function jsonOf(book: Inspected, parts: Partition, done: Done, out: string, seconds: number): string {
  return JSON.stringify({
    ok: true,
    out,
    written: true,
    products: book.products,
    offers: book.offers,
    experiments: book.experiments,
    shards: parts.shards,
    groups: parts.groups,
    commonOffers: parts.commonOffers,
    files: { all: done.files, written: done.written, prunedFolders: done.pruned },
    bytes: {
      all: done.bytes,
      head: done.headBytes,
      common: done.commonBytes,
      meanShard: Math.floor(done.shardBytes / parts.shards),
      largestShard: done.largestShard,
    },
    seconds: Math.round(seconds * 1000) / 1000,
    peakMemory: process.resourceUsage().maxRSS * 1024,
  });
}

const isPowerOfTwo = (count: number) => (count & (count - 1)) === 0;

export const shard: Command = {
  doc: 'Split a book into small static files for a CDN',
  shape: {
    arguments: {
      BOOK: 'The book, a JSON file of up to 512 MB; - is standard input',
      OUT: 'The folder for the files; created if it does not exist',
    },
    options: {
      '--count': {
        value: 'COUNT',
        doc: 'The number of shards, a power of two; chosen for about 4 KB a shard if absent',
        check: (text) => {
          const count = Number(text);
          if (!/^\d+$/.test(text) || count < 1 || count > kMostShards)
            return `Value ${text} not in range 1 to ${kMostShards}`;
          return isPowerOfTwo(count) ? '' : `${text} is not a power of two`;
        },
      },
      '--prune': { doc: 'Remove the shards of earlier books from OUT' },
      ...kJson,
    },
  },
  footer: `Set data-book of a page to OUT/book.json. The page then loads one file for each product of its order, and
makes the same decision as with the whole book. All files except book.json are named by their content: serve
them with \`Cache-Control: public, max-age=31536000, immutable\`, and book.json with \`no-cache\`. Upload
book.json last. Files of earlier books stay, for pages that are still open. --prune removes them; wait a day
before that.
Exit codes: 0 written; 1 the book has errors, nothing is written; 2 an input or OUT cannot be used.`,
  async run(call, json, core) {
    const start = performance.now();
    const [path, out, prunes] = [call.at(0), call.at(1), call.has('--prune')];
    const module = await core();
    const book = inspect(module, readText(module, path, 'book', kMostBytes), path);
    if (book.findings.some(({ severity }) => severity === 'error')) return refuseFindings(book, path, out, json);
    const parts = JSON.parse(module.partition(Number(call.get('--count') ?? 0))) as Partition;
    const done = writeShards(module, parts, out, prunes);
    const seconds = (performance.now() - start) / 1000;
    print(json ? jsonOf(book, parts, done, out, seconds) : saidOf(book, parts, done, out, prunes));
    return kGood;
  },
};
