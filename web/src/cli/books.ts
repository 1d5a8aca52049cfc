/** @file Opens books for the commands that decide. */
import type { Attributes, Decision, DecisionView, Explanation, Moment } from '../types.js';
import type { Workshop } from './core.js';
import { readText } from './inputs.js';
import { answerOf } from './unusable.js';

/** A product as the texts of commands need it. */
export interface BookProduct {
  id: string;
  title: string;
  price: number;
  variants?: { id: string; title: string }[];
}

/** A book as the texts of commands need it. */
export interface BookFacts {
  currency: string;
  locale: string;
  products: BookProduct[];
  experiments?: { id: string; arms: { id: string }[] }[];
}

/** An open book whose offers with errors are never made. */
export class OpenBook {
  readonly facts: BookFacts;
  readonly products: Map<string, BookProduct>;
  private readonly _core: Workshop;
  private readonly _number: number;

  /** Reads a book from a file. Throws Unusable. */
  constructor(core: Workshop, path: string) {
    const text = readText(core, path, 'book');
    this._core = core;
    this._number = answerOf<{ book: number }>(core.open(text), path).book;
    core.enforce(this._number);
    this.facts = JSON.parse(text) as BookFacts;
    this.products = new Map(this.facts.products.map((product) => [product.id, product]));
  }

  /** Decides for a moment given as JSON. Throws Unusable for `file` if the moment is refused, as the others do. */
  decide(moment: string, file: string): { json: string; decision: Decision } {
    const json = this._core.decide(this._number, moment);
    return { json, decision: answerOf<Decision>(json, file) };
  }

  /** Decides, and explains every candidate. */
  explain(moment: string, file: string): { json: string; explained: Explanation } {
    const json = this._core.explain(this._number, moment);
    return { json, explained: answerOf<Explanation>(json, file) };
  }

  /** Decides and makes the view. */
  view(moment: string, file: string): DecisionView {
    return answerOf<DecisionView>(this._core.view(this._number, moment), file);
  }

  /** The order's value that price bands are taken from, in minor units. */
  basis(moment: string): number {
    return Number(this._core.basis(this._number, moment));
  }
}

/** A moment that a text holds, which the module has accepted. */
export const momentOf = (text: string): Moment & { platform?: { attributes?: Attributes } } =>
  JSON.parse(text) as Moment;
