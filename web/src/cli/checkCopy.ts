/** @file `aftermint check-copy`: reads texts, one JSON object per line, and prints the findings on each. */
import { copyFields, type ErrorCode, paths, type Severity, severities } from '../codes.gen.js';
import { type Command, kJson } from './command.js';
import type { Workshop } from './core.js';
import { systemText } from './inputs.js';
import { kBad, kGood, kUnusable, print } from './output.js';
import { unusable } from './unusable.js';

const kMaxLine = 1 << 20; // bytes, far more than any offer text
const kShape = 'Write {"field":"decline|headline|benefit|accept","text":"…"}; `locale` and `path` are optional.';

interface Judged {
  code: string;
  severity: Severity;
  message: string;
  hint: string;
}

class BadLine extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Whether a text has half of a surrogate pair, which JSON of the native program does not allow. */
const isBroken = (text: string) => /\p{Cs}/u.test(text);

/** The texts of a value of any shape, with its keys. */
function* textsOf(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      yield key;
      yield* textsOf(inner);
    }
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    for (const text of textsOf(value)) if (isBroken(text)) throw 0;
    return value;
  } catch {
    throw new BadLine('json_syntax', 'the line is not JSON');
  }
}

/** The line as an object with valid `field`, `path`, `locale` and `text`. */
function readLine(bytes: Buffer): Record<string, string> {
  const value = parsed(bytes);
  const refused = (message: string) => new BadLine('copy_schema', message);
  if (!value || typeof value !== 'object' || Array.isArray(value)) throw refused('the line is not a JSON object');
  for (const [key, text] of Object.entries(value)) {
    if (key === 'field') {
      if (!copyFields.includes(text as never)) throw refused('`field` must be decline, headline, benefit or accept');
    } else if (key === 'path') {
      if (!paths.includes(text as never)) throw refused('`path` must be form, one_click or link');
    } else if (key === 'locale' || key === 'text') {
      if (typeof text !== 'string') throw refused(`\`${key}\` must be a string`);
    } else {
      throw refused(`the key \`${key}\` is unknown`);
    }
  }
  for (const needed of ['field', 'text']) {
    if (!Object.hasOwn(value, needed)) throw refused(`\`${needed}\` is missing`);
  }
  return value as Record<string, string>;
}

/** Judges a text of an offer's copy. */
function judge(core: Workshop, line: Record<string, string>, locale: string): Judged[] {
  const language = line.locale ?? locale;
  const field = copyFields.indexOf(line.field as never);
  const path = paths.indexOf((line.path ?? 'form') as never);
  const kind = field + 8 * path + 64 * Buffer.byteLength(language);
  return JSON.parse(core.judgeCopy(kind, language + (line.text ?? ''))) as Judged[];
}

/** Checks the lines and prints a result for each. Remembers the exit code. */
class CopyChecker {
  exit = kGood;
  private _number = 0;
  constructor(
    private readonly _core: Workshop,
    private readonly _locale: string,
    private readonly _explains: boolean,
  ) {}

  checkLine(bytes: Buffer): void {
    this._number += 1;
    try {
      if (bytes.length > kMaxLine) throw new BadLine('too_large', `the line is longer than ${kMaxLine} bytes`);
      const line = readLine(bytes.at(-1) === 13 ? bytes.subarray(0, -1) : bytes);
      const why = judge(this._core, line, this._locale);
      const worst = severities.find((severity) => why.some((finding) => finding.severity === severity)) ?? null;
      if (worst === 'error' && this.exit === kGood) this.exit = kBad;
      const findings = why.map(({ code }) => code);
      print(JSON.stringify({ ...line, findings, severity: worst, ...(this._explains && { why }) }));
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      this.exit = kUnusable;
      const { code, message } = error;
      print(JSON.stringify({ ok: false, error: { code, line: this._number, message: `${message}.`, hint: kShape } }));
    }
  }
}

/** Standard input, unless a test gives another. */
export const input = { stdin: (): AsyncIterable<Buffer> => process.stdin };

/** The lines of standard input, without line feeds. Of a line that is too long only the beginning. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  const add = (part: Buffer) => {
    if (size <= kMaxLine) parts.push(part.subarray(0, kMaxLine + 1 - size));
    size += part.length;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, end));
      yield Buffer.concat(parts);
      [parts, size, from] = [[], 0, end + 1];
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield Buffer.concat(parts);
}

export const checkCopy: Command = {
  doc: 'Check the wording of offer texts',
  shape: {
    arguments: {},
    options: {
      '--locale': { value: 'LOCALE', doc: 'The language of lines without `locale`; en if absent' },
      '--explain': { doc: 'Add `why` to each line: the findings with severity, message and hint' },
      ...kJson,
    },
  },
  footer: `Standard input has one JSON object per line: {"field":"decline","locale":"en","text":"No thank you"}.
\`field\` is decline, headline, benefit or accept. An accept with "path":"one_click" must say that it charges. The
output has one line for each: the object itself with \`findings\` (codes) and \`severity\` (the worst, or null), or
{"ok":false,"error":{…}} with the number of the line.
Exit codes: 0 no errors; 1 a text has errors; 2 a line is not valid.`,
  async run(call, _json, core) {
    const checker = new CopyChecker(await core(), call.get('--locale') ?? 'en', call.has('--explain'));
    try {
      for await (const line of linesOf(input.stdin())) checker.checkLine(line);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).errno === undefined) throw error;
      const hint = 'Give the texts on standard input, one JSON object per line.';
      throw unusable('file_unreadable', `cannot read standard input: ${systemText(error)}`, hint);
    }
    return checker.exit;
  },
};
