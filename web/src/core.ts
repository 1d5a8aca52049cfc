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
  deadlineMs = 600;
  private readonly _glue: Glue;
  private _book = 0;
  private _lean: (moment: Moment) => Moment = (moment) => moment;
  private _dead = false;

  constructor(glue: Glue) {
    this._glue = glue;
  }

  /** Opens a book in the place of the one that is open; throws a Failure with the core's code where it is refused. */
  open(book: string): void {
    const opened = this._ask<Opened>(() => this._glue.open(book));
    this._glue.close(this._book);
    this._book = opened.book;
    this._lean = leaner(opened.reads);
    this.deadlineMs = opened.deadlineMs ?? 600;
  }

  /** Decides; throws a Failure where the moment is refused or the core broke. */
  decide(moment: Moment): Decision {
    return this._ask(() => this._glue.decide(this._book, JSON.stringify(this._lean(moment))));
  }

  /**
   * Decides and draws; throws as `decide` does.
   *
   * @param words of a language that the core has yet to learn, the language first.
   */
  present(moment: Moment, words?: readonly string[]): Presented {
    return this._ask(() => {
      if (words) this._glue.speak?.(words.join('|'));
      return this._glue.present(this._book, JSON.stringify(this._lean(moment)));
    });
  }

  private _ask<T extends object>(door: () => string): T {
    if (this._dead) throw new Failure('core_trap');
    let text: string;
    try {
      text = door();
    } catch {
      this._dead = true;
      throw new Failure('core_trap');
    }
    return answer<T>(text);
  }
}
