/** @file `aftermint decide`: chooses at most one offer for a moment. */
import type { Arm } from '../types.js';
import { type BookFacts, momentOf, OpenBook } from './books.js';
import { type Command, kBook, kJson, kMoment } from './command.js';
import { explanation, summary } from './decisionText.js';
import { readText, refuseTwoStdins } from './inputs.js';
import { kGood, print, printMessage } from './output.js';
import { unusable } from './unusable.js';

/** Reads "EXPERIMENT=ARM". Throws Unusable (`usage`) if the book lacks the experiment or the arm. */
function forcedArm({ experiments = [] }: BookFacts, text: string): Arm {
  const mark = text.indexOf('=');
  const id = mark < 0 ? text : text.slice(0, mark);
  const arm = mark < 0 ? '' : text.slice(mark + 1);
  const experiment = experiments.find((each) => each.id === id);
  if (!experiment) {
    const hint = 'Give EXPERIMENT=ARM with an experiment of the book.';
    throw unusable('usage', `the book has no experiment "${id}"`, hint);
  }
  if (experiment.arms.some((each) => each.id === arm)) return { experiment: id, arm };
  const known = experiment.arms.map((each) => each.id).join(', ');
  throw unusable('usage', `the experiment ${id} has no arm "${arm}"`, `Give one of: ${known}.`);
}

export const decide: Command = {
  doc: 'Choose at most one offer for a moment',
  shape: {
    arguments: { ...kBook, ...kMoment },
    options: {
      '--explain': { doc: 'Say why each candidate was chosen or not (with --json as `candidates`)' },
      '--arm': {
        value: 'EXPERIMENT=ARM',
        many: true,
        doc: 'Decide as if the visitor were in this arm; such a preview is not measured, and no holdout applies',
      },
      ...kJson,
    },
  },
  footer: `The decision includes the trace of all candidates. A browser makes the same decision, byte for byte.
Exit codes: 0 decided, even if nothing is offered; 2 an input cannot be used.`,
  async run(call, json, core) {
    const [bookPath, path] = [call.at(0), call.at(1)];
    refuseTwoStdins(bookPath, path);
    const module = await core();
    const book = new OpenBook(module, bookPath);
    let moment = readText(module, path, 'moment');
    book.decide(moment, path); // refuses a moment that cannot be used before its arms are added
    const arms = (call.given.get('--arm') ?? []).map((text) => forcedArm(book.facts, text));
    if (arms.length > 0) {
      const given = momentOf(moment);
      moment = JSON.stringify({ ...given, preview: [...(given.preview ?? []), ...arms] });
    }
    if (!call.has('--explain')) {
      const { json: text, decision } = book.decide(moment, path);
      print(json ? text : summary(book, decision));
      return kGood;
    }
    const { json: text, explained } = book.explain(moment, path);
    const said = summary(book, explained) + explanation(book, explained, moment);
    print(json ? text : said);
    if (json) printMessage(said);
    return kGood;
  },
};
