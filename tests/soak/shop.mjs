// The demo shop as a process that is killed and started again on the same port.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { at, Plain } from '../../scripts/lib/project.mjs';

export class SoakShop {
  #child;
  #port = '0';
  #log;
  kills = 0;

  /** @param {{ store: string, log: string, slowDisk?: string, slowDiskMs?: number }} options */
  constructor(options) {
    this.options = options;
    this.#log = openSync(options.log, 'a');
  }

  get base() {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start() {
    const { store, slowDisk, slowDiskMs = 0 } = this.options;
    const args = ['--port', this.#port, '--store', `sqlite:${store}`, '--book', at('tests/soak/book.json')];
    const slow = slowDisk && slowDiskMs > 0 ? { LD_PRELOAD: slowDisk, SLOW_DISK_MS: String(slowDiskMs) } : {};
    const child = spawn(at('build/native/aftermint-demo'), args, {
      cwd: at('.'),
      stdio: ['ignore', 'pipe', this.#log],
      env: { ...process.env, ...slow },
    });
    this.#child = child;
    let text = '';
    const port = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Plain(`the shop exited with ${code}; see ${this.options.log}`)));
      child.stdout.on('data', (piece) => {
        text += piece;
        const found = /http:\/\/\S+:(\d+)\n/.exec(text);
        if (found) resolve(found[1]);
      });
    });
    this.#port = port;
  }

  /** Kills it without notice and starts it again. */
  async kill() {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
    this.kills += 1;
    await this.start();
  }

  /** Stops it in order. @returns its exit code. */
  async stop() {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    return (await ended)[0];
  }

  /** Kills it if it still runs. */
  end() {
    if (this.#child?.exitCode === null) this.#child.kill('SIGKILL');
  }

  /** Its memory in bytes and its open descriptors. */
  usage() {
    const folder = `/proc/${this.#child.pid}`;
    const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1];
    return { memory: Number(kib) * 1024, descriptors: readdirSync(`${folder}/fd`).length };
  }
}

/** Kills the shop after random times until it is stopped. */
export async function killNowAndThen(shop, random, signal) {
  while (!signal.aborted) {
    await pause(300 + random() * 1500);
    if (!signal.aborted) await shop.kill();
  }
}
