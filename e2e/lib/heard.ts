/** What pages did that no test asked for; a test declares what it provokes. */
export class Heard {
  private readonly lines: string[] = [];
  private readonly expected: RegExp[] = [];

  hear(line: string): void {
    this.lines.push(line);
  }

  /** Declares what a test provokes. */
  expects(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  /** What nobody declared. */
  unexpected(): string[] {
    return this.lines.filter((line) => !this.expected.some((pattern) => pattern.test(line)));
  }
}
