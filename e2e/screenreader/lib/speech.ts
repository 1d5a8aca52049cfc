/** @file Reads the file to which Orca’s speech is written. */
import { readFileSync } from 'node:fs';

interface Line {
  at: number;
  said?: string;
  stop?: true;
}

const kTimeoutMs = 30_000; // reached only by failures
const kPauseMs = 40;

/** What Orca has said, and waiting for what it will say. */
export class Speech {
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  private lines(): Line[] {
    const whole = readFileSync(this.file, 'utf8').split('\n').slice(0, -1); // the last line may be incomplete
    return whole.map((line) => JSON.parse(line) as Line);
  }

  /** The current position in the speech. */
  mark(): number {
    return this.lines().length;
  }

  /** What was said since a position, in order. */
  since(mark: number): string[] {
    return this.lines()
      .slice(mark)
      .flatMap(({ said }) => (said === undefined ? [] : [said]));
  }

  /** The same as one text. */
  text(mark: number): string {
    return this.since(mark).join(' ⏎ ');
  }

  /** Waits until Orca says this. Returns everything said since the position. */
  async says(what: RegExp | string, mark: number, timeoutMs = kTimeoutMs): Promise<string> {
    const isSaid = (text: string) => (typeof what === 'string' ? text.includes(what) : what.test(text));
    for (const until = Date.now() + timeoutMs; ; ) {
      const text = this.text(mark);
      if (isSaid(text)) return text;
      if (Date.now() > until) throw new Error(`Orca never said ${what}, but: ${text || 'nothing'}`);
      await new Promise((resolve) => setTimeout(resolve, kPauseMs));
    }
  }
}
