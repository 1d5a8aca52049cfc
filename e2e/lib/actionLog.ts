/** @file Records unexpected actions of pages. */

/** Unexpected actions of pages. A test declares those that it causes on purpose. */
export class ActionLog {
  private readonly lines: string[] = [];
  private readonly expected: RegExp[] = [];

  record(line: string): void {
    this.lines.push(line);
  }

  /** Declares actions that the test causes on purpose. */
  expects(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  /** The recorded actions that were not declared. */
  unexpected(): string[] {
    return this.lines.filter((line) => !this.expected.some((pattern) => pattern.test(line)));
  }
}
