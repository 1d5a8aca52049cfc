import { readFile } from 'node:fs/promises';
import factory from '../../build/wasm/aftermint-workshop.mjs';
import type { AcceptVerdict, FindingCode, Reason, Severity } from './codes.gen.js';
import { startGlue } from './loadCore.js';
import type { Decision, Explanation, Item, Moment, Money, Piece, Presented } from './types.js';

export type * from './types.js';

/** Something about a book that its owner should know. */
export interface Finding {
  code: FindingCode;
  severity: Severity;
  pointer: string;
  message: string;
  mend: string;
}

/** What a server says to an accept before it charges. */
export interface Verification {
  ok: true;
  verdict: AcceptVerdict;
  offer: string | null;
  reason: Reason;
  /** The only amount to charge. */
  price?: Money;
  items?: Item[];
  /** The line that an upgrade takes the place of. */
  replaces?: Piece;
}

/** One place where an input was refused. */
export interface Fault {
  code: string;
  pointer: string;
  line?: number;
  column?: number;
  message?: string;
  mend?: string;
}

/** An input that the core refuses, with every fault found. */
export class RefusedInput extends Error {
  readonly faults: Fault[];
  constructor(faults: Fault[]) {
    const [first] = faults;
    super(first ? `${first.code} at "${first.pointer}": ${first.message ?? 'refused'}` : 'refused');
    this.name = 'RefusedInput';
    this.faults = faults;
  }
}

/** An open book with every verb a server needs. */
export interface Engine {
  /** Findings on the craft of the book. */
  check(): Finding[];
  decide(moment: Moment): Decision;
  /** Decides, and tells of every candidate why it, or why not. */
  explain(moment: Moment): Explanation;
  present(moment: Moment): Presented;
  /** @param accept the server's own moment, and the offer and price the browser says were shown. */
  verify(accept: { moment: Moment; offer: string; price: Money; consent?: boolean }): Verification;
  /** Gives the book's memory back; no verb may be called after. */
  close(): void;
}

/**
 * Opens a book in the workshop's core, for a Node server or script.
 *
 * @param options `book` as JSON text or as a value; `wasm` where the module lies, if not beside this file; `check: false`
 *        for a book that `aftermint check --publish` wrote: it names what is refused, and a large one opens sooner.
 * @throws RefusedInput where the book cannot be used; every verb throws it for input it refuses.
 */
export async function load(options: { book: string | object; wasm?: string | URL; check?: boolean }): Promise<Engine> {
  const wasm = readFile(options.wasm ?? new URL(__WASM_FILE__, import.meta.url)).then(
    (bytes) => new Uint8Array(bytes).buffer,
  );
  const core = await startGlue(factory, wasm);
  const text = typeof options.book === 'string' ? options.book : JSON.stringify(options.book);
  const { book } = answer<{ book: number }>(core.open(text));
  // As every program that loads a book: an offer with an error is not made.
  if (options.check ?? true) core.enforce(book);
  return {
    check: () => answer<{ findings: Finding[] }>(core.check(text)).findings,
    decide: (moment) => answer(core.decide(book, JSON.stringify(moment))),
    explain: (moment) => answer(core.explain(book, JSON.stringify(moment))),
    present: (moment) => answer(core.present(book, JSON.stringify(moment))),
    verify: (accept) => answer(core.verify(book, JSON.stringify(accept))),
    close: () => core.close(book),
  };
}

function answer<T>(text: string): T {
  const reply = JSON.parse(text) as { error?: Fault; errors?: Fault[] };
  if (reply.error) throw new RefusedInput(reply.errors ?? [reply.error]);
  return reply as T;
}
