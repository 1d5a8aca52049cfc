/** @file `aftermint check` and `aftermint publish`: checks a book, publishes it, or prints what a shopper would read. */
import { OpenBook } from './books.js';
import type { Call, Option } from './arguments.js';
import { type Command, kBook, kJson } from './command.js';
import type { Workshop } from './core.js';
import { readText } from './inputs.js';
import { inspect, publishedText } from './inspected.js';
import { counted, exitOf, findingLines, kGood, print, printMessage } from './output.js';
import { shopperReport } from './shopper.js';
import { writeWhole } from './writeFile.js';

const kFooter = `Each finding has a code, a severity, a place, a message and a hint. An offer with a finding of severity
error is never shown: programs check a book when they load it, and pages read what --publish wrote.
Exit codes: 0 no errors; 1 errors; 2 the file is not a valid book.`;

function checkBook(core: Workshop, path: string, out: string | undefined, json: boolean): number {
  const checked = inspect(core, readText(core, path, 'book'), path, Date.now());
  const { findings } = checked;
  if (checked.isChanged) {
    printMessage(`${path}: the book has changed since it was checked for publishing. Publish it again (--publish).`);
  }
  const text = out === undefined ? '' : publishedText(core);
  if (out !== undefined) writeWhole(out, `${text}\n`);
  if (json) {
    print(checked.json);
    return exitOf(findings);
  }
  if (findings.length > 0) print(findingLines(findings, checked.places, path));
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const books = `${counted(checked.products, 'product')}, ${counted(checked.offers, 'offer')}`;
  const kinds = `${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}, ${counted(count('info'), 'note')}`;
  print(`${path}: ${books}; ${kinds}.`);
  if (out !== undefined) {
    const { checked: result } = JSON.parse(text) as { checked?: { refused?: string[] } };
    const refused = counted(result?.refused?.length ?? 0, 'offer');
    print(`${out}: published; ${refused} with errors will not be shown.`);
  }
  return exitOf(findings);
}

function shopper(core: Workshop, call: Call, json: boolean): number {
  const book = new OpenBook(core, call.at(0));
  const text = shopperReport(book, {
    time: Date.now(),
    locale: call.get('--locale') ?? '',
    products: Number(call.get('--products') ?? 20),
  });
  print(json ? JSON.stringify({ ok: true, text }) : text);
  return kGood;
}

const kShopper: Record<string, Option> = {
  '--shopper': {
    doc: 'Print instead what a shopper would read at each step of a first purchase, as plain text',
    excludes: '--publish',
  },
  '--locale': { value: 'LOCALE', doc: "With --shopper: the shopper's language; the book's if absent" },
  '--products': {
    value: 'COUNT',
    doc: 'With --shopper: the number of first purchases to show; 20 if absent',
    check: (text) => (/^\d+$/.test(text) ? '' : `Could not convert: --products = ${text}`),
  },
};

export const check: Command = {
  doc: 'Check a book before it is published',
  shape: {
    arguments: kBook,
    options: {
      '--publish': {
        value: 'OUT',
        doc: 'Write the book for pages to this file: compact, with the digest of this check and the offers it refuses',
      },
      ...kShopper,
      ...kJson,
    },
  },
  footer: kFooter,
  async run(call, json, core) {
    const module = await core();
    if (call.has('--shopper')) return shopper(module, call, json);
    return checkBook(module, call.at(0), call.get('--publish'), json);
  },
};

export const publish: Command = {
  doc: 'Check a book and write it for pages: `check BOOK --publish OUT`',
  shape: {
    arguments: {
      ...kBook,
      OUT: 'The file for pages: compact, with the digest of this check and the offers it refuses',
    },
    options: kJson,
  },
  footer: kFooter,
  async run(call, json, core) {
    return checkBook(await core(), call.at(0), call.at(1), json);
  },
};
