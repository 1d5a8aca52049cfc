// A newcomer's shop in an empty folder: with the packed package, the team's own files, and what a document adds.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { at } from '../../../scripts/lib/project.mjs';
import { filesOf, newLines } from './recipe.mjs';

export const kProgram = at('build/native/aftermint');
const kKeys = { AFTERMINT_SIGNING_KEY: 'a'.repeat(64), AFTERMINT_EVENT_KEYS: 'b'.repeat(64) };

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Packs the package. Returns its folder, the path of the tarball, and what removes it. */
export function packPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'aftermint-packed-'));
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', args, { cwd: at(), encoding: 'utf8' }));
  return { tarball: join(folder, filename), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export class NewcomerShop {
  constructor(stack, tarball) {
    this.stack = stack;
    this.tarball = tarball;
    this.folder = mkdtempSync(join(tmpdir(), 'aftermint-newcomer-'));
    this._running = [];
  }

  at(...parts) {
    return join(this.folder, ...parts);
  }

  /** Runs a program to its end. Throws with its output if it fails. */
  run([program, ...args], env = {}) {
    try {
      const options = { cwd: this.folder, encoding: 'utf8', env: { ...process.env, ...env }, stdio: 'pipe' };
      return execFileSync(program, args, options);
    } catch (error) {
      throw new Error(`${this.stack.name}: ${program} ${args.join(' ')} failed:\n${error.stdout}${error.stderr}`);
    }
  }

  /** Starts a program. Its errors are printed. */
  start([program, ...args], env) {
    const child = spawn(program, args, {
      cwd: this.folder,
      env: { ...process.env, ...kKeys, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this._running.push(child);
    return child;
  }

  async stopAll() {
    for (const child of this._running.splice(0)) if (child.exitCode === null && child.kill()) await once(child, 'exit');
  }

  async remove() {
    await this.stopAll();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The shop as the team has it, with the packages that it uses, and without ours. */
  writeOwn() {
    for (const part of this.stack.before) cpSync(at('tests/newcomer/before', part), this.folder, { recursive: true });
    if (!existsSync(this.at('package.json'))) {
      writeFileSync(this.at('package.json'), '{ "name": "newcomer", "private": true, "type": "module" }\n');
    }
    if (this.stack.install) this.run(this.stack.install);
    for (const name of this.stack.lend ?? []) {
      mkdirSync(dirname(this.at('node_modules', name)), { recursive: true });
      symlinkSync(at('node_modules', name), this.at('node_modules', name));
    }
  }

  /** Installs our package, and writes what the document says. Returns the lines that are new. */
  writeOurs() {
    const lent = this.stack.lend ?? [];
    // npm removes what it has not installed, so the links are made again.
    for (const name of lent) rmSync(this.at('node_modules', name));
    const offline = this.stack.install ? '--prefer-offline' : '--offline';
    this.run(['npm', 'install', offline, '--ignore-scripts', '--no-audit', '--no-fund', this.tarball]);
    for (const name of lent) {
      mkdirSync(dirname(this.at('node_modules', name)), { recursive: true });
      if (!existsSync(this.at('node_modules', name)))
        symlinkSync(at('node_modules', name), this.at('node_modules', name));
    }
    const added = [];
    for (const [place, text] of this.stack.files()) {
      const before = existsSync(this.at(place)) ? readFileSync(this.at(place), 'utf8') : '';
      added.push(...newLines(before, text));
      mkdirSync(dirname(this.at(place)), { recursive: true });
      writeFileSync(this.at(place), text);
    }
    // On a slow machine the offer after payment may take longer than a shopper would wait.
    const book = filesOf('docs/quick-start.md').get('book.json');
    writeFileSync(this.at('book.json'), book.replace('"policy": {', '"policy": { "deadlineMs": 10000,'));
    return added;
  }

  build() {
    if (this.stack.build) this.run(this.stack.build, { NEXT_TELEMETRY_DISABLED: '1' });
  }

  /** Starts the shop, and gives its address when it answers. */
  async serve(env = {}) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const child = this.start(this.stack.start, { PORT: String(port), SHOP: url, ...env });
    child.stdout.resume();
    for (;;) {
      if (child.exitCode !== null) throw new Error(`${this.stack.name}: the shop ended with ${child.exitCode}`);
      const answer = await fetch(`${url}${this.stack.checkout}`).catch(() => null);
      if (answer?.ok) return url;
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }

  /** Starts the collector, and gives its address. */
  async collect() {
    const args = ['serve', '--book', 'book.json', '--store', 'sqlite:events.sqlite', '--port', '0'];
    const child = this.start([kProgram, ...args], {});
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    return /http:\S+/.exec(line)[0];
  }

  /** The figures of the offered arm of an offer, from `aftermint report`; nothing while there is none. */
  report() {
    const text = this.run([kProgram, 'report', 'sqlite:events.sqlite', '--book', 'book.json', '--json']);
    const found = new Map(
      JSON.parse(text).groups.map(({ offer, arms }) => [offer, arms.find(({ name }) => name === 'offered')]),
    );
    const of = (offer) => {
      const { assigned, orders, gross, refunded, accepted, undone } = found.get(offer) ?? {};
      return { assigned, orders, gross, refunded, accepted, undone };
    };
    return { wax: of('wax-with-board'), brush: of('brush-with-board') };
  }
}
