// An empty project outside the repository, with the package installed from its tarball, offline.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { at, node } from '../../../scripts/lib/project.mjs';

const start = promisify(execFile);

/** Runs a program to its end. If it fails, the error has its output. */
async function run(command, args, cwd) {
  try {
    const { stdout } = await start(command, args, { cwd, maxBuffer: 1 << 26 });
    return stdout;
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')} failed:\n${error.stdout ?? ''}${error.stderr ?? error.message}`);
  }
}

/** The demo book with a deadline for slow machines. */
function book() {
  const demo = JSON.parse(readFileSync(at('demo/books/demo.json'), 'utf8'));
  return { ...demo, policy: { ...demo.policy, deadlineMs: 10_000 } };
}

export class Project {
  static async make() {
    const root = mkdtempSync(join(tmpdir(), 'aftermint-package-'));
    const project = new Project(root);
    cpSync(at('tests/package/project'), root, { recursive: true });
    mkdirSync(project.at('public'));
    writeFileSync(project.at('public/book.json'), JSON.stringify(book()));
    cpSync(at('demo/assets'), project.at('public/assets'), { recursive: true });
    // `prepack` would build, but `npm test` has already built and holds the lock.
    const [packed] = JSON.parse(
      await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', root], at()),
    );
    project.tarball = project.at(packed.filename);
    project.packed = packed.files.map(({ path }) => path);
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', project.tarball], root);
    return project;
  }

  constructor(root) {
    this.root = root;
  }

  at(...parts) {
    return join(this.root, ...parts);
  }

  /** Links a package of the repository into the project, as if it was installed. */
  lend(name) {
    mkdirSync(dirname(this.at('node_modules', name)), { recursive: true });
    symlinkSync(at('node_modules', name), this.at('node_modules', name));
  }

  /** Runs a program of the repository's node_modules here. */
  tool(path, ...args) {
    return run(node, [at('node_modules', path), ...args], this.root);
  }

  node(...args) {
    return run(node, args, this.root);
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true });
  }
}
