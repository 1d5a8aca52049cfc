/** @file Runs the demo shop. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Book, demoBook } from './book.js';
import { kDemo, kDemoProgram, kDist, mustBeBuilt } from './paths.js';
import { aftermint } from './program.js';
import { Store } from './store.js';

/** A running `aftermint-demo` with its own store and port. */
export class Shop {
  readonly store: Store;
  url = '';
  /** How often `reopen` was called. */
  restarts = 0;
  private readonly folder: string;
  private readonly shards: number;
  private demo = kDemo;
  private process: ChildProcessWithoutNullStreams | null = null;
  private said = '';

  private constructor(folder: string, shards: number) {
    this.folder = folder;
    this.shards = shards;
    this.store = new Store(join(folder, 'store.sqlite'));
  }

  /**
   * Starts a new shop.
   *
   * @param book default: the demo's book.
   * @param shards number of shards of the book; 0: not in shards.
   * @param head HTML for the head of every page, before Aftermint's own tag.
   */
  static async open(book: Book = demoBook(), shards = 0, head = ''): Promise<Shop> {
    mustBeBuilt();
    const shop = new Shop(await mkdtemp(join(tmpdir(), 'aftermint-e2e-')), shards);
    if (head) await shop.put(head);
    await shop.start('0', book);
    return shop;
  }

  /** Restarts the shop with another book, and the same store and address. */
  async reopen(book: Book): Promise<void> {
    this.restarts += 1;
    const { port } = new URL(this.url);
    await this.stop();
    await this.start(port, book);
  }

  /** Stops the shop and deletes its store. */
  async close(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Gives the shop its own templates with additional HTML in the head. */
  private async put(head: string): Promise<void> {
    this.demo = join(this.folder, 'demo');
    await cp(kDemo, this.demo, { recursive: true });
    const place = join(this.demo, 'templates/_head.html');
    const text = await readFile(place, 'utf8');
    await writeFile(place, text.replace('{{#orderJson}}', `${head}\n{{#orderJson}}`));
  }

  private async start(port: string, book: Book): Promise<void> {
    const file = join(this.folder, 'book.json');
    await writeFile(file, JSON.stringify(book, null, 2));
    const args = ['--port', port, '--store', this.store.url, '--book', file];
    args.push('--demo', this.demo, '--dist', kDist);
    if (this.shards > 0) {
      const out = join(this.folder, 'shards');
      await aftermint('shard', file, out, '--count', `${this.shards}`);
      args.push('--shards', out);
    }
    const child = spawn(kDemoProgram, args);
    this.process = child;
    child.stderr.on('data', (part) => {
      this.said += part;
    });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`aftermint-demo ended with ${code}:\n${this.said}`);
    });
    ended.catch(() => undefined); // no unhandled rejection when it ends later
    const ready = once(createInterface(child.stdout), 'line');
    const [line] = (await Promise.race([ready, ended])) as [string];
    this.url = line.replace('Aftermint is serving ', '');
  }

  private async stop(): Promise<void> {
    const child = this.process;
    this.process = null;
    if (!child) return;
    if (child.exitCode !== null) throw new Error(`aftermint-demo ended by itself:\n${this.said}`);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const [code] = await ended;
    if (code !== 0) throw new Error(`aftermint-demo stopped with ${code}:\n${this.said}`);
  }
}
