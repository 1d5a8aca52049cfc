// Installs what is missing: Debian packages, then npm packages. Runs before anything else, so it imports only Node's own.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { at, isMain, main, must, Plain } from './lib/project.mjs';

/** Debian packages, by what needs them. */
const debian = {
  build: [
    'cmake',
    'emscripten',
    'g++',
    'libboost-dev',
    'libcli11-dev',
    'libcsv-dev',
    'libgmock-dev', // with GoogleTest: the tests are configured with the program
    'libgtest-dev',
    'libgumbo-dev',
    'libicu-dev',
    'libjwt-dev',
    'libkainjow-mustache-dev',
    'libspdlog-dev',
    'libsqlite3-dev',
    'libsqlitecpp-dev',
    'libssl-dev',
    'ninja-build',
    'nlohmann-json3-dev',
    'zlib1g-dev',
  ],
  test: [
    'chromium-headless-shell', // Chromium without its windows: a third less processor a test
    'clang', // the sanitizers: half the time of g++'s
    'firefox-esr',
    'fontconfig',
    'libclang-rt-dev',
    'sqlite3',
    'webkit2gtk-driver', // with it comes MiniBrowser
    'xvfb',
  ],
  screenreader: ['at-spi2-core', 'dbus', 'openbox', 'orca', 'python3-pyatspi', 'xdotool'],
  bench: ['chromium'], // what a shopper has
  lint: ['clang-format', 'clang-tidy'],
  fuzz: ['clang', 'libclang-rt-dev'],
};

/** What of these packages dpkg does not have installed. */
function missingOf(packages) {
  const asked = spawnSync('dpkg-query', ['-W', '-f=${binary:Package} ${db:Status-Status}\n', ...packages], {
    encoding: 'utf8',
  });
  if (asked.error) {
    throw new Plain(
      `This is no Debian system (no dpkg-query), so packages cannot be installed for you.\nNeeded: ${packages.join(' ')}`,
    );
  }
  const installed = new Set(
    asked.stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0].split(':')[0]),
  );
  return packages.filter((name) => !installed.has(name));
}

async function installDebian(groups) {
  const missing = missingOf(groups.flatMap((group) => debian[group]));
  if (missing.length === 0) return;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo'];
  if (prefix.length > 0 && spawnSync('sudo', ['--version']).error) {
    throw new Plain(
      `These Debian packages are missing, and installing them takes root:\n  apt-get install ${missing.join(' ')}`,
    );
  }
  console.log(`Installing Debian packages: ${missing.join(' ')}`);
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
    return must(command, rest);
  };
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', ...missing);
}

const libc = process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
const fits = (list, here) => !list || list.includes(here);

/** Whether an optional package is one of those for this machine; npm leaves it out unsaid where it could not be fetched. */
const isForHere = (entry) =>
  entry.os !== undefined && fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && fits(entry.libc, libc);

/** True where node_modules holds exactly what the lockfile says. */
function npmInstalled() {
  const installedPath = at('node_modules/.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined
      ? entry.optional === true && !isForHere(entry)
      : found.version === entry.version && existsSync(at(path));
  });
}

/** Installs what these groups of packages lack (`build`, `test`, `screenreader`, …), and the npm packages of the lockfile. */
export async function setup(groups = ['build']) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Plain(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  }
  await installDebian(groups);
  if (!npmInstalled()) {
    console.log('Installing npm packages.');
    await must('npm', ['ci', '--no-audit', '--no-fund']);
  }
}

if (isMain(import.meta.url)) await main(() => setup(['build', 'test', 'lint']));
