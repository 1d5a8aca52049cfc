import { Failure } from './failure.js';
import { leaner } from './leaner.js';
import type { Decision, Moment, Presented } from './types.js';

type Reply = { ok: true } & Record<string, unknown>;
type Refusal = { ok: false; error: { code: string; pointer?: string } };

function answer<T extends object>(text: string): T {
  const reply = JSON.parse(text) as Reply | Refusal;
  if (reply.ok) return reply as T;
  throw new Failure(`${reply.error.code} ${reply.error.pointer ?? ''}`.trim());
}

interface Opened {
  book: number;
  currency: string;
  deadlineMs?: number;
  reads?: string[];
}

/** One open book in the wasm core. A trap kills it for good: a broken instance is never called again. */
export class Core {
  /** How long after an element appeared an offer may still be drawn, in ms. */
  readonly deadlineMs: number;
  readonly currency: string;
  private readonly _glue: Glue;
  private readonly _book: number;
  private readonly _lean: (moment: Moment) => Moment;
  private _dead = false;

  /** Opens the book; throws a Failure with the core's code where it is refused. */
  constructor(glue: Glue, book: string) {
    const opened = answer<Opened>(glue.open(book));
    this._glue = glue;
    this._book = opened.book;
    this._lean = leaner(opened.reads);
    this.currency = opened.currency;
    this.deadlineMs = opened.deadlineMs ?? 600;
  }

  /** Decides; throws a Failure where the moment is refused or the core broke. */
  decide(moment: Moment): Decision {
    return this._ask('decide', moment);
  }

  /** Decides and draws; throws as `decide` does. */
  present(moment: Moment): Presented {
    return this._ask('present', moment);
  }

  private _ask<T extends object>(door: 'decide' | 'present', moment: Moment): T {
    if (this._dead) throw new Failure('core_trap');
    let reply: string;
    try {
      reply = this._glue[door](this._book, JSON.stringify(this._lean(moment)));
    } catch {
      this._dead = true;
      throw new Failure('core_trap');
    }
    return answer<T>(reply);
  }
}
