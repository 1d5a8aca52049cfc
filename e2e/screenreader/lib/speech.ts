import { readFileSync } from 'node:fs';

interface Line {
  at: number;
  said?: string;
  stop?: true;
}

const kPatience = 30_000; // ms; only a failure takes it
const kPause = 40; // ms

/** What Orca has given to speech so far, and waiting for what it will. */
export class Speech {
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  private lines(): Line[] {
    const whole = readFileSync(this.file, 'utf8').split('\n').slice(0, -1); // the last may be half written
    return whole.map((line) => JSON.parse(line) as Line);
  }

  /** How much has been said: a place to listen from. */
  mark(): number {
    return this.lines().length;
  }

  /** What was said since a mark, in order. */
  since(mark: number): string[] {
    return this.lines()
      .slice(mark)
      .flatMap(({ said }) => (said === undefined ? [] : [said]));
  }

  /** All since a mark as one text. */
  text(mark: number): string {
    return this.since(mark).join(' ⏎ ');
  }

  /** Waits until it is said, and gives everything said since the mark. */
  async says(what: RegExp | string, mark: number, patience = kPatience): Promise<string> {
    const isSaid = (text: string) => (typeof what === 'string' ? text.includes(what) : what.test(text));
    for (const until = Date.now() + patience; ; ) {
      const text = this.text(mark);
      if (isSaid(text)) return text;
      if (Date.now() > until) throw new Error(`Orca never said ${what}, but: ${text || 'nothing'}`);
      await new Promise((resolve) => setTimeout(resolve, kPause));
    }
  }
}
