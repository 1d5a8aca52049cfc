/** @file A PostgreSQL server of its own for a test, from the Debian package `postgresql`. */
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const versions = '/usr/lib/postgresql';
const installed = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
/** Where the programs of the newest version are: Debian's folder, else the path. Undefined if there are none. */
const bin = [
  ...installed.map((version) => join(versions, version, 'bin')),
  ...(process.env.PATH ?? '').split(':'),
].find((folder) => ['initdb', 'pg_ctl'].every((name) => existsSync(join(folder, name))));
export const isInstalled = bin !== undefined;

/** PostgreSQL refuses to run as root. */
const asRoot = process.getuid?.() === 0;

function idOf(flag: '-u' | '-g'): number {
  return Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
}

export class Postgres {
  private readonly _folder = mkdtempSync(join(tmpdir(), 'aftermint-pg-'));

  private _run(program: string, ...args: string[]): void {
    const identity = asRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {};
    // Without pipes: the server would keep them open.
    const { status, error } = spawnSync(join(bin!, program), args, { cwd: this._folder, stdio: 'ignore', ...identity });
    if (error || status !== 0) throw new Error(`${program} ${args.join(' ')} fails: ${error?.message ?? status}`);
  }

  /** Starts a server that listens at a socket in its own folder alone. */
  start(): this {
    if (asRoot) chownSync(this._folder, idOf('-u'), idOf('-g'));
    this._run('initdb', '-D', join(this._folder, 'data'), '-A', 'trust', '-U', 'shop', '--no-sync', '-E', 'UTF8');
    const options = `-k ${this._folder} -c listen_addresses= -c shared_buffers=16MB`;
    this._run(
      'pg_ctl',
      '-D',
      join(this._folder, 'data'),
      '-w',
      '-l',
      join(this._folder, 'log'),
      '-o',
      options,
      'start',
    );
    return this;
  }

  pool(max = 10): pg.Pool {
    const pool = new pg.Pool({ host: this._folder, user: 'shop', database: 'postgres', max });
    pool.on('error', () => undefined); // the end of the server closes idle connections
    return pool;
  }

  stop(): void {
    this._run('pg_ctl', '-D', join(this._folder, 'data'), '-m', 'immediate', '-w', 'stop');
    rmSync(this._folder, { recursive: true, force: true });
  }
}
