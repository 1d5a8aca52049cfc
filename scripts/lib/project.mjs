// Paths, running programs, and the lock that lets only one of our commands build at a time.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const at = (...parts) => join(root, ...parts);
export const jobs = String(availableParallelism());

/** The environment of every program we run: no browser downloads, and the folder of our test data. */
export const environment = {
  ...process.env,
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  AFTERMINT_DATA: process.env.AFTERMINT_DATA ?? at('../shared/data'),
};

/** The Node.js that runs this script. */
export const node = process.execPath;

/** An error for the user: its message is printed without a stack. */
export class Plain extends Error {}

const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
    if (children.size === 0) process.exit(130);
  });
}

/**
 * Runs a program to its end and returns its exit code. Its output is passed through; with `capture` its standard output
 * is returned instead.
 */
export function run(command, args, { env = {}, capture = false, cwd = root, input } = {}) {
  return new Promise((resolve, reject) => {
    const stdin = input === undefined ? 'inherit' : 'pipe';
    const child = spawn(command, args, {
      cwd,
      env: { ...environment, ...env },
      stdio: [stdin, capture ? 'pipe' : 'inherit', 'inherit'],
    });
    children.add(child);
    const parts = [];
    child.stdout?.on('data', (part) => parts.push(part));
    child.stdin?.end(input);
    child.on('error', (error) => {
      children.delete(child);
      reject(new Plain(`${command} cannot be started: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      children.delete(child);
      resolve({ code: code ?? 1, signal, output: Buffer.concat(parts).toString() });
    });
  });
}

/** As `run`, but throws if the program fails. Returns the captured output. */
export async function must(command, args, options) {
  const { code, signal, output } = await run(command, args, options);
  if (code !== 0) throw new Plain(`${command} ${args.join(' ')} exited with ${signal ?? code}`);
  return output;
}

// Node 20.12 renamed `path`, and Node 24 took the old name away.
const folderOf = (entry) => entry.parentPath ?? entry.path;

/** The files below a folder whose names match, sorted. Empty if the folder does not exist. */
export function filesBelow(folder, pattern) {
  if (!existsSync(at(folder))) return [];
  return readdirSync(at(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name) && !folderOf(entry).includes('node_modules'))
    .map((entry) => join(folderOf(entry), entry.name))
    .sort();
}

/** One digest over files (path from the root, and content) and texts: the same wherever the working tree lies. */
export function digest(files, ...texts) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}

/** Runs `work` while holding the lock on build/. Waits while another command holds it. */
export async function withBuildLock(work) {
  const lock = at('build/lock');
  mkdirSync(at('build'), { recursive: true });
  for (let waited = 0; ; waited += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!holderLives(lock)) rmSync(lock, { force: true });
    else {
      if (waited === 0) console.log('Another build is running here; waiting for it.');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  const release = () => rmSync(lock, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function holderLives(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (!(pid > 0)) return true; // its owner has created it and not yet written the id
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** True if this script was started, false if another one imports it. */
export const isMain = (url) => pathToFileURL(process.argv[1] ?? '').href === url;

/** Runs a script's main function. Prints the message of a `Plain` error, and any other error with its stack. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Plain ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
