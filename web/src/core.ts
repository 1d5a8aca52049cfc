/** @file Calls the wasm core with one open book. */
import { Failure } from './failure.js';
import { momentTrimmer } from './trimMoment.js';
import type { Decision, DecisionView, Moment } from './types.js';

type Reply = { ok: true } | { ok: false; error: { code: string; pointer?: string } };

interface Opened {
  book: number;
  deadlineMs: number;
  reads: string[];
}

/** A decision and its view, with the core's JSON, by which two of them can be compared. */
export type ViewReply = DecisionView & { json: string };

function parse<T extends object>(json: string): T {
  const reply = JSON.parse(json) as Reply;
  if (reply.ok) return reply as T;
  throw new Failure(`${reply.error.code} ${reply.error.pointer ?? ''}`.trim());
}

/** The wasm core with one open book. After a wasm trap the instance is broken and is never called again. */
export class Core {
  /** How long after an element appeared an offer may still be rendered, in ms. */
  deadlineMs = 0;
  private readonly _glue: Glue;
  private _book = 0;
  private _trim: (moment: Moment) => Moment = (moment) => moment;
  private _trapped = false;

  constructor(glue: Glue) {
    this._glue = glue;
  }

  /** Opens a book and closes the previous one. Throws a Failure with the core's error code if the book is refused. */
  open(book: string): void {
    const opened = parse<Opened>(this._call(() => this._glue.open(book)));
    this._glue.close(this._book);
    this._book = opened.book;
    this._trim = momentTrimmer(opened.reads);
    this.deadlineMs = opened.deadlineMs;
  }

  /** Decides. Throws a Failure if the moment is refused or the core trapped. */
  decide(moment: Moment): Decision {
    return parse(this._call(() => this._glue.decide(this._book, JSON.stringify(this._trim(moment)))));
  }

  /**
   * Decides and makes the view. Throws a Failure as `decide` does.
   *
   * @param messages of a language that the core does not have yet; the first entry is the language tag.
   */
  view(moment: Moment, messages?: readonly string[]): ViewReply {
    const json = this._call(() => {
      if (messages) this._glue.addMessages(messages.join('|'));
      return this._glue.view(this._book, JSON.stringify(this._trim(moment)));
    });
    return { ...parse<DecisionView>(json), json };
  }

  private _call(door: () => string): string {
    if (!this._trapped) {
      try {
        return door();
      } catch {
        this._trapped = true;
      }
    }
    throw new Failure('core_trap');
  }
}
