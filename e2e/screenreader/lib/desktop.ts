/** @file A virtual desktop with a screen reader: D-Bus, display, window manager, accessibility bus and Orca. */
import { type ChildProcess, execFile, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { at } from '../../lib/paths.js';
import { Speech } from './speech.js';

const kNeeded = ['Xvfb', 'dbus-daemon', 'flock', 'openbox', 'orca', 'xdotool', 'firefox-esr'];
/** Debian's own Python, the only one with the packages of the accessibility bus. */
const kPython = '/usr/bin/python3';
const kLauncher = '/usr/libexec/at-spi-bus-launcher';

const onPath = (name: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** Why Orca cannot run here; empty if it can. */
export function whatIsMissing(): string {
  const missing = kNeeded.filter((name) => !onPath(name));
  for (const path of [kPython, kLauncher]) if (!existsSync(path)) missing.push(path);
  return missing.length > 0 ? `no ${missing.join(', no ')}: \`npm run setup\` installs what is missing` : '';
}

/** The processes that we started; they are killed when this process ends. */
const started = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of started) kill(child);
});

/** Kills a program and its child processes. */
function kill(child: ChildProcess): void {
  try {
    process.kill(-(child.pid as number), 'SIGKILL');
  } catch {
    // the process group has already ended
  }
}

async function end(child: ChildProcess): Promise<void> {
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
  kill(child);
  await ended;
}

/** A running desktop. `close` ends all its processes and deletes its files. */
export class Desktop {
  /** The environment of programs on this desktop. */
  readonly env: Record<string, string>;
  readonly speech: Speech;
  private readonly ends: (() => Promise<unknown>)[];

  private constructor(env: Record<string, string>, speech: Speech, ends: (() => Promise<unknown>)[]) {
    this.env = env;
    this.speech = speech;
    this.ends = ends;
  }

  /** Starts everything, Orca last. Waits until no other Orca of these tests is running. */
  static async open(): Promise<Desktop> {
    const ends: (() => Promise<unknown>)[] = [];
    const start = (command: string, args: string[], options: SpawnOptions) => {
      const child = spawn(command, args, { ...options, detached: true }); // its own process group
      started.add(child);
      ends.unshift(() => end(child));
      return child;
    };
    const firstLine = async (child: ChildProcess, what: string) => {
      const lines = createInterface(child.stdout as NodeJS.ReadableStream);
      const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${what} ended with ${code}`)));
      ended.catch(() => undefined); // no unhandled rejection when it ends later
      const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
      return line;
    };
    try {
      const home = await mkdtemp(join(tmpdir(), 'aftermint-orca-'));
      ends.unshift(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
      const data = join(home, '.local/share/orca');
      const runtime = join(home, 'run');
      await mkdir(data, { recursive: true });
      await mkdir(runtime, { mode: 0o700 });
      await copyFile(at('e2e/screenreader/lib/orca-customizations.py'), join(data, 'orca-customizations.py'));
      const log = join(home, 'speech.jsonl');
      await writeFile(log, '');
      const env: Record<string, string> = {
        PATH: process.env.PATH ?? '',
        HOME: home,
        XDG_RUNTIME_DIR: runtime,
        LC_ALL: 'C.UTF-8',
        AFTERMINT_SPEECH_LOG: log,
        GTK_MODULES: 'gail:atk-bridge',
        GSETTINGS_BACKEND: 'memory',
      };
      const readable = { env, stdio: ['ignore', 'pipe', 'ignore'] } satisfies SpawnOptions;
      const unheard = { env, stdio: 'ignore' } satisfies SpawnOptions;
      const display = start('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], readable);
      env.DISPLAY = `:${await firstLine(display, 'Xvfb')}`;
      const bus = start('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], readable);
      env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus, 'dbus-daemon');
      start(kLauncher, ['--launch-immediately', '--a11y=1', '--screen-reader=1'], unheard);
      start('openbox', [], unheard);
      const speech = new Speech(log);
      // Orca allows one instance per user, so the tests wait for each other.
      const lock = join(tmpdir(), `aftermint-orca-${userInfo().uid}.lock`);
      const orca = start('flock', ['--no-fork', lock, kPython, '/usr/bin/orca'], unheard);
      const ended = once(orca, 'exit').then(([code]) => Promise.reject(new Error(`Orca ended with ${code}`)));
      ended.catch(() => undefined);
      await Promise.race([speech.says(/Screen reader on/, 0, 120_000), ended]);
      return new Desktop(env, speech, ends);
    } catch (error) {
      for (const each of ends) await each();
      throw error;
    }
  }

  /** Presses keys one after another; names as in xdotool. */
  async press(...keys: string[]): Promise<void> {
    await promisify(execFile)('xdotool', ['key', '--clearmodifiers', ...keys], { env: this.env });
  }

  async close(): Promise<void> {
    for (const each of this.ends) await each();
  }
}
