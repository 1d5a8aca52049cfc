// A desktop of its own with a screen reader on it: D-Bus, a display, a window manager, the accessibility bus and Orca.
import { type ChildProcess, execFile, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { at } from '../../lib/places.js';
import { Speech } from './speech.js';

const kNeeded = ['Xvfb', 'dbus-daemon', 'flock', 'openbox', 'orca', 'xdotool', 'firefox-esr'];
/** Debian's own Python: the packages of the accessibility bus are installed for no other. */
const kPython = '/usr/bin/python3';
const kLauncher = '/usr/libexec/at-spi-bus-launcher';

const onPath = (name: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** What keeps Orca from running here; empty: nothing does. */
export function whatIsMissing(): string {
  const missing = kNeeded.filter((name) => !onPath(name));
  for (const path of [kPython, kLauncher]) if (!existsSync(path)) missing.push(path);
  return missing.length > 0 ? `no ${missing.join(', no ')}: \`npm run setup\` installs what is missing` : '';
}

/** What we started; none of it outlives us, however we end. */
const started = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of started) kill(child);
});

/** Ends a program and what it started; nothing here has anything to save. */
function kill(child: ChildProcess): void {
  try {
    process.kill(-(child.pid as number), 'SIGKILL');
  } catch {
    // it has ended, and all of its group
  }
}

async function end(child: ChildProcess): Promise<void> {
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
  kill(child);
  await ended;
}

/** A running desktop; `close` leaves nothing of it behind. */
export class Desktop {
  /** What programs on this desktop are started with. */
  readonly env: Record<string, string>;
  readonly speech: Speech;
  private readonly ends: (() => Promise<unknown>)[];

  private constructor(env: Record<string, string>, speech: Speech, ends: (() => Promise<unknown>)[]) {
    this.env = env;
    this.speech = speech;
    this.ends = ends;
  }

  /** Starts everything, Orca last; waits until no other Orca of this user's tests runs. */
  static async open(): Promise<Desktop> {
    const ends: (() => Promise<unknown>)[] = [];
    const start = (command: string, args: string[], options: SpawnOptions) => {
      const child = spawn(command, args, { ...options, detached: true }); // a process group of its own
      started.add(child);
      ends.unshift(() => end(child));
      return child;
    };
    const firstLine = async (child: ChildProcess, what: string) => {
      const lines = createInterface(child.stdout as NodeJS.ReadableStream);
      const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${what} ended with ${code}`)));
      ended.catch(() => undefined); // only of interest before it is ready
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
      const heard = { env, stdio: ['ignore', 'pipe', 'ignore'] } satisfies SpawnOptions;
      const unheard = { env, stdio: 'ignore' } satisfies SpawnOptions;
      const display = start('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], heard);
      env.DISPLAY = `:${await firstLine(display, 'Xvfb')}`;
      const bus = start('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], heard);
      env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus, 'dbus-daemon');
      start(kLauncher, ['--launch-immediately', '--a11y=1', '--screen-reader=1'], unheard);
      start('openbox', [], unheard);
      const speech = new Speech(log);
      // Orca does not start beside another of the same user, so they wait for each other.
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

  /** Presses keys, as xdotool names them, one after the other. */
  async press(...keys: string[]): Promise<void> {
    await promisify(execFile)('xdotool', ['key', '--clearmodifiers', ...keys], { env: this.env });
  }

  async close(): Promise<void> {
    for (const each of this.ends) await each();
  }
}
