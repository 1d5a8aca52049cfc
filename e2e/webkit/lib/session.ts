/** @file One WebKitGTK under WebDriver, on a virtual display. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';

export interface SessionOptions {
  /** False: JavaScript is disabled. */
  script?: boolean;
  isDark?: boolean;
  /** The shopper prefers reduced motion. */
  isStill?: boolean;
}

const kDriver = process.env.AFTERMINT_WEBKIT ?? '/usr/bin/WebKitWebDriver';

/** MiniBrowser is in a folder named after the architecture. */
function miniBrowser(): string {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  const places = folders.map((folder) => join('/usr/lib', folder, 'webkit2gtk-4.1/MiniBrowser'));
  return process.env.AFTERMINT_MINIBROWSER ?? places.find((place) => existsSync(place)) ?? '';
}

const onPath = (name: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** Why WebKit cannot run here; empty if it can. */
export function whatIsMissing(): string {
  const missing = [!existsSync(kDriver) && kDriver, !miniBrowser() && 'MiniBrowser', !onPath('Xvfb') && 'Xvfb'].filter(
    Boolean,
  );
  return missing.length > 0 ? `no ${missing.join(', no ')}: \`npm run setup\` installs webkit2gtk-driver and xvfb` : '';
}

/** Makes the window's frame as small as possible, so that a page can be 320 px wide. */
const kFrame = `window * { font-size: 1px; padding: 0; margin: 0; min-width: 0; min-height: 0; border-width: 0;
  -gtk-icon-transform: scale(0); }`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** The processes that we started; they are killed when this process ends. */
const started = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of started) child.kill();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

function startedHere<Child extends ChildProcess>(child: Child): Child {
  started.add(child);
  child.once('exit', () => started.delete(child));
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** A running browser. `close` ends all its processes and deletes its files. */
export class Session {
  readonly driver: WebDriver;
  /** The browser's own version. */
  readonly version: string;
  private readonly ends: (() => Promise<unknown>)[];

  private constructor(driver: WebDriver, version: string, ends: (() => Promise<unknown>)[]) {
    this.driver = driver;
    this.version = version;
    this.ends = ends;
  }

  static async open({ script = true, isDark = false, isStill = false }: SessionOptions = {}): Promise<Session> {
    const ends: (() => Promise<unknown>)[] = [];
    try {
      const home = await mkdtemp(join(tmpdir(), 'aftermint-webkit-'));
      ends.unshift(() => rm(home, { recursive: true, force: true }));
      await mkdir(join(home, 'gtk-3.0'));
      await writeFile(join(home, 'gtk-3.0/gtk.css'), kFrame);
      await writeFile(join(home, 'gtk-3.0/settings.ini'), `[Settings]\ngtk-enable-animations=${isStill ? 0 : 1}\n`);

      const display = startedHere(
        spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1200x24', '-nolisten', 'tcp'], {
          stdio: ['ignore', 'pipe', 'ignore'],
        }),
      );
      ends.unshift(() => end(display));
      const [number] = (await once(createInterface(display.stdout), 'line')) as [string];

      const port = await freePort();
      const served = startedHere(
        spawn(kDriver, [`--port=${port}`], {
          stdio: 'ignore',
          env: {
            ...process.env,
            DISPLAY: `:${number}`,
            XDG_CONFIG_HOME: home,
            NO_AT_BRIDGE: '1',
            WEBKIT_DISABLE_COMPOSITING_MODE: '1', // there is no graphics card
            LC_ALL: 'C.UTF-8',
          },
        }),
      );
      ends.unshift(() => end(served));
      await answering(`http://127.0.0.1:${port}/status`);

      const args = ['--automation', '--enable-tabs-to-links=true', `--enable-javascript=${script}`];
      if (isDark) args.push('--dark-mode');
      const capabilities = new Capabilities({
        browserName: 'MiniBrowser',
        timeouts: { pageLoad: 30_000, script: 30_000 },
        'webkitgtk:browserOptions': { binary: miniBrowser(), args },
      });
      const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
      ends.unshift(() => driver.quit());
      const version = (await driver.getCapabilities()).getBrowserVersion() ?? '';
      return new Session(driver, version, ends);
    } catch (error) {
      for (const each of ends) await each();
      throw error;
    }
  }

  async close(): Promise<void> {
    for (const each of this.ends) await each();
  }
}

/** Waits until a starting server answers. */
async function answering(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (tries === 200) throw new Error(`${url} does not answer`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
