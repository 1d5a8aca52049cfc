/** @file What the doctor finds. */
import type { PageFinding, Severity } from '../../codes.gen.js';

/** A problem of a page. */
export interface PageProblem {
  code: PageFinding;
  severity: Severity;
  /** The address or the element that it is about. */
  at: string;
  /** What was seen there; may be empty. */
  seen: string;
}

/** Collects problems. */
export class Findings {
  readonly list: PageProblem[] = [];

  error = (code: PageFinding, at: string, seen = ''): void => this._add('error', code, at, seen);
  warning = (code: PageFinding, at: string, seen = ''): void => this._add('warning', code, at, seen);
  note = (code: PageFinding, at: string, seen = ''): void => this._add('info', code, at, seen);

  private _add(severity: Severity, code: PageFinding, at: string, seen: string): void {
    this.list.push({ code, severity, at, seen });
  }
}
