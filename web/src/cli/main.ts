/** @file The `aftermint` program of the npm package, over the workshop's module: no C++ build. */
import { parseCall } from './arguments.js';
import { check, publish } from './check.js';
import { checkCopy } from './checkCopy.js';
import type { Command } from './command.js';
import { startWorkshop, type Workshop } from './core.js';
import { decide } from './decide.js';
import { doctor } from './doctor.js';
import { init } from './init.js';
import { kGood, kUnusable, printDocument, printMessage, refuse } from './output.js';
import { shard } from './shard.js';
import { Unusable, unusable } from './unusable.js';
import { view } from './view.js';

const kCommands: Record<string, Command> = {
  check,
  publish,
  'check-copy': checkCopy,
  decide,
  view,
  shard,
  init,
  doctor,
};

const columns = (rows: [string, string][]) => {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, doc]) => `  ${name.padEnd(width)}${doc}\n`).join('');
};

const overview = () => `Aftermint: at most one useful offer, at the moment a shopper can best use it.
Usage: aftermint COMMAND [OPTIONS]

Commands:
${columns(Object.entries(kCommands).map(([name, { doc }]) => [name, doc]))}
Exits: 0 good, 1 findings of severity error, 2 input that cannot be used.
\`aftermint COMMAND --help\` explains each command. "-" as a file is standard input.
The native program has more commands: docs/commands.md.
`;

function help(name: string, { doc, shape, footer }: Command): string {
  const names = Object.keys(shape.arguments);
  const options: [string, string][] = Object.entries({ '--help': { doc: 'Print this help' }, ...shape.options }).map(
    ([option, { value, doc: text }]: [string, { value?: string; doc: string }]) => [
      value ? `${option} ${value}` : option,
      text,
    ],
  );
  const given = names.length > 0 ? `\nArguments:\n${columns(Object.entries(shape.arguments))}` : '';
  return `${doc}\nUsage: aftermint ${[name, ...names].join(' ')} [OPTIONS]\n${given}\nOptions:\n${columns(options)}\n${footer}\n`;
}

async function dispatch(words: string[], json: boolean, core: () => Promise<Workshop>): Promise<number> {
  const [name = '', ...rest] = words;
  if (name === '--version' || rest.includes('--version')) {
    printDocument(`aftermint ${__VERSION__}`);
    return kGood;
  }
  if (name === '--help' || name === '-h') {
    printDocument(overview());
    return kGood;
  }
  const command = Object.hasOwn(kCommands, name) ? kCommands[name] : undefined;
  if (!command) {
    const known = `Use one of ${Object.keys(kCommands).join(', ')}. The native program has more (docs/commands.md).`;
    const what = name ? `there is no command ${name} in the npm package` : 'A subcommand is required';
    throw unusable('usage', what, name ? known : 'See `aftermint --help`.');
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    printDocument(help(name, command));
    return kGood;
  }
  return command.run(parseCall(name, command.shape, rest), json, core);
}

/** Runs the program with its arguments, and returns the exit code. `core` starts the module. */
export async function run(words: string[], core: () => Promise<Workshop> = () => startWorkshop()): Promise<number> {
  const over = words.indexOf('--');
  const json = words.slice(0, over < 0 ? words.length : over).includes('--json');
  try {
    return await dispatch(words, json, core);
  } catch (error) {
    if (error instanceof Unusable) return refuse(error, json);
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return kUnusable;
    printMessage(`aftermint error file_unreadable: ${(error as Error).message ?? error}`);
    return kUnusable;
  }
}
