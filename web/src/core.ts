import { Failure } from './failure.js';
import type { Moment, Presented } from './types.js';

type Reply = { ok: true } & Record<string, unknown>;
type Refusal = { ok: false; error: { code: string; pointer?: string } };

function answer<T extends object>(text: string): T {
  const reply = JSON.parse(text) as Reply | Refusal;
  if (reply.ok) return reply as T;
  throw new Failure(`${reply.error.code} ${reply.error.pointer ?? ''}`.trim());
}

/** One open book in the wasm core. A trap kills it for good: a broken instance is never called again. */
export class Core {
  /** How long after an element appeared an offer may still be drawn, in ms. */
  readonly deadlineMs: number;
  readonly currency: string;
  private readonly _glue: Glue;
  private readonly _book: number;
  private _dead = false;

  /** Opens the book; throws a Failure with the core's code where it is refused. */
  constructor(glue: Glue, book: string) {
    const opened = answer<{ book: number; currency: string; deadlineMs?: number }>(glue.open(book));
    this._glue = glue;
    this._book = opened.book;
    this.currency = opened.currency;
    this.deadlineMs = opened.deadlineMs ?? 600;
  }

  /** Decides and draws; throws a Failure where the moment is refused or the core broke. */
  present(moment: Moment): Presented {
    if (this._dead) throw new Failure('core_trap');
    let text: string;
    try {
      text = this._glue.present(this._book, JSON.stringify(moment));
    } catch {
      this._dead = true;
      throw new Failure('core_trap');
    }
    return answer<Presented>(text);
  }
}
