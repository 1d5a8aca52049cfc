/** @file The package in Node: checks a book, decides, makes views and verifies accepts. */
import { readFile } from 'node:fs/promises';
import factory from '../../build/wasm/aftermint-workshop.mjs';
import type { AcceptVerdict, FindingCode, Reason, Severity } from './codes.gen.js';
import { startGlue } from './loadCore.js';
import type { Arm, Decision, DecisionView, Explanation, Item, Moment, Money } from './types.js';

export type * from './types.js';

/** A problem that `check` found in a book. */
export interface Finding {
  code: FindingCode;
  severity: Severity;
  pointer: string;
  message: string;
  hint: string;
}

/** The verdict on an accept, before the server charges anything. */
export interface Verification {
  ok: true;
  verdict: AcceptVerdict;
  offer: string | null;
  reason: Reason;
  /** The only amount to charge. */
  price?: Money;
  items?: Item[];
  /** The arms of experiments behind the offer, as in a decision. */
  arms?: Arm[];
  /** The line that an upgrade replaces. */
  replaces?: Item;
}

/** Why and where an input was refused. */
export interface Fault {
  code: string;
  pointer: string;
  line?: number;
  column?: number;
  message?: string;
  hint?: string;
}

/** The core refused an input; `faults` has every fault found. */
export class RefusedInput extends Error {
  readonly faults: Fault[];
  constructor(faults: Fault[]) {
    const [first] = faults;
    super(first ? `${first.code} at "${first.pointer}": ${first.message ?? 'refused'}` : 'refused');
    this.name = 'RefusedInput';
    this.faults = faults;
  }
}

/** An open book with the functions that a server needs. */
export interface Engine {
  /** Checks the book against the craft rules (docs/craft.md). */
  check(): Finding[];
  decide(moment: Moment): Decision;
  /** Decides, and explains for every candidate why it was or was not chosen. */
  explain(moment: Moment): Explanation;
  /** Decides and makes the view. */
  view(moment: Moment): DecisionView;
  /**
   * @param accept the moment as the server knows it, and the offer and price that the browser says it showed. Without
   *   a price it is a quote: the verdict says what would be charged.
   */
  verify(accept: { moment: Moment; offer: string; price?: Money; consent?: boolean }): Verification;
  /** Frees the book's memory. No other function may be called afterwards. */
  close(): void;
}

/**
 * Opens a book for a Node server or script.
 *
 * @param options `book` as JSON text or as an object; `wasm`: where the wasm module is, if not next to this file;
 *        `check: false` for a book that `aftermint check --publish` wrote: it already lists its refused offers, so a large
 *        book opens faster.
 * @throws RefusedInput if the book cannot be used. Every function of the engine throws it for input that it refuses.
 */
export async function load(options: { book: string | object; wasm?: string | URL; check?: boolean }): Promise<Engine> {
  const wasm = readModule(options.wasm).then((bytes) => new Uint8Array(bytes).buffer);
  const core = await startGlue(factory, wasm);
  const text = typeof options.book === 'string' ? options.book : JSON.stringify(options.book);
  const { book } = answer<{ book: number }>(core.open(text));
  // An offer with a finding of severity error is never made, as in every program that loads a book.
  if (options.check ?? true) core.enforce(book);
  return {
    check: () => answer<{ findings: Finding[] }>(core.check(text)).findings,
    decide: (moment) => answer(core.decide(book, JSON.stringify(moment))),
    explain: (moment) => answer(core.explain(book, JSON.stringify(moment))),
    view: (moment) => answer(core.view(book, JSON.stringify(moment))),
    verify: (accept) => answer(core.verify(book, JSON.stringify(accept))),
    close: () => core.close(book),
  };
}

/**
 * The bytes of the wasm module. A bundler may give this module an address of the browser in place of its own, as Next does
 * for server components; then the module of the project's node_modules is read.
 */
async function readModule(place: string | URL | undefined): Promise<Uint8Array> {
  if (place !== undefined) return readFile(place);
  try {
    return await readFile(new URL(__WASM_FILE__, import.meta.url));
  } catch (error) {
    return readFile(`node_modules/aftermint/dist/${__WASM_FILE__}`).catch(() => {
      throw error;
    });
  }
}

function answer<T>(text: string): T {
  const reply = JSON.parse(text) as { error?: Fault; errors?: Fault[] };
  if (reply.error) throw new RefusedInput(reply.errors ?? [reply.error]);
  return reply as T;
}
