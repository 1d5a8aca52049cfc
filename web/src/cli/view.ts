/** @file `aftermint view`: shows what a shopper would see. */
import { reasonMeanings } from '../meanings.gen.js';
import type { View } from '../types.js';
import { momentOf, OpenBook } from './books.js';
import { type Command, kBook, kJson, kMoment } from './command.js';
import { readText, refuseTwoStdins } from './inputs.js';
import { kGood, print, printDocument, printMessage } from './output.js';
import { toHtml, toText } from './renderText.js';
import { unusable } from './unusable.js';

const kForms = ['tree', 'html', 'text', 'email'] as const;

/** Puts the base in front of links and images that are paths, because a mail has no address to resolve them. */
function rebased(node: View, base: string): View {
  if (typeof node === 'string' || 'money' in node) return node;
  const { attrs, children } = node;
  const isPath = (name: string, value: string) =>
    (name === 'href' || name === 'src') && value.startsWith('/') && !value.startsWith('//');
  const moved = Object.entries(attrs ?? {}).map(([name, value]) => [name, isPath(name, value) ? base + value : value]);
  return {
    ...node,
    ...(attrs && { attrs: Object.fromEntries(moved) as Record<string, string> }),
    ...(children && { children: children.map((child) => rebased(child, base)) }),
  };
}

export const view: Command = {
  doc: 'Show what a shopper would see at a moment',
  shape: {
    arguments: { ...kBook, ...kMoment },
    options: {
      '--as': { value: 'FORM', oneOf: kForms, doc: 'tree (JSON), html, text or email; tree if absent' },
      '--base': {
        value: 'URL',
        doc: "The shop's address (https), put in front of links and images that are paths",
      },
      ...kJson,
    },
  },
  footer: `\`email\` decides for the placement \`email\`, whatever the moment says. There the offer is a link. If nothing
is offered, the tree is null, and standard error says why.
Exit codes: 0 shown, even if nothing is offered; 2 an input cannot be used.`,
  async run(call, json, core) {
    const [bookPath, path] = [call.at(0), call.at(1)];
    refuseTwoStdins(bookPath, path);
    const form = call.get('--as') ?? 'tree';
    const base = (call.get('--base') ?? '').replace(/\/+$/, '');
    if (base && !base.startsWith('https://')) {
      const hint = "Give the shop's address, such as https://shop.example.";
      throw unusable('usage', '--base must begin with https://', hint);
    }
    const module = await core();
    const book = new OpenBook(module, bookPath);
    let moment = readText(module, path, 'moment');
    book.decide(moment, path); // refuses a moment that cannot be used
    // In a mail there is only a link: no form and no one click.
    if (form === 'email') moment = JSON.stringify({ ...momentOf(moment), placement: 'email' });
    const { decision, view: tree } = book.view(moment, path);
    if (decision.offer === null || tree === null) {
      printMessage(`No offer: ${decision.reason}, ${reasonMeanings[decision.reason]}.`);
      if (json || form === 'tree') print('null');
      return kGood;
    }
    const shown = base ? rebased(tree, base) : tree;
    if (form === 'tree') {
      print(JSON.stringify(shown));
      return kGood;
    }
    const locale = momentOf(moment).locale || book.facts.locale;
    let text = form === 'text' ? toText(shown, locale) : toHtml(shown, locale);
    if (form === 'email') {
      text = `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td>${text}</td></tr></table>`;
    }
    if (json) print(JSON.stringify(text));
    else printDocument(text);
    return kGood;
  },
};
