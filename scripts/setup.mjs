// Installs missing Debian packages, then npm packages. Runs first, so it imports no npm package.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { at, isMain, main, must, Plain } from './lib/project.mjs';

/** Debian packages, by the task that needs them. */
const debian = {
  build: [
    'cmake',
    'emscripten',
    'g++',
    'libboost-dev',
    'libbrotli-dev',
    'libcli11-dev',
    'libcurl4-openssl-dev',
    'libdouble-conversion-dev',
    'libgmock-dev', // CMake configures the tests together with the program
    'libgtest-dev',
    'libgumbo-dev',
    'libicu-dev',
    'libjwt-dev',
    'libkainjow-mustache-dev',
    'librdkafka-dev', // its mock cluster is the Kafka of the tests
    'libspdlog-dev',
    'libsqlite3-dev',
    'libsqlitecpp-dev',
    'libssl-dev',
    'ninja-build',
    'nlohmann-json3-dev',
    'prometheus-cpp-dev',
    'zlib1g-dev',
  ],
  test: [
    'chromium-headless-shell', // takes a third less processor time than Chromium
    'clickhouse-server', // 18.16, 10 MB; a test starts its own, and the package's service is not used
    'firefox-esr',
    'fontconfig',
    'nginx', // in front of two collectors; a test starts its own
    'sqlite3',
    'unicode-data', // for `npm run letters`
    'webkit2gtk-driver', // includes MiniBrowser
    'xvfb',
  ],
  sanitizers: ['clang', 'libclang-rt-dev'], // clang's take half the time of g++'s
  screenreader: ['at-spi2-core', 'dbus', 'openbox', 'orca', 'python3-pyatspi', 'xdotool'],
  bench: ['chromium'], // the browser that shoppers use
  operations: ['prometheus'], // promtool, which checks metrics and alert rules; its package also starts a server
  lint: ['clang-format', 'clang-tidy'],
  fuzz: ['clang', 'libclang-rt-dev'],
};

/** The packages that are not installed. */
function missingOf(packages) {
  const asked = spawnSync('dpkg-query', ['-W', '-f=${binary:Package} ${db:Status-Status}\n', ...packages], {
    encoding: 'utf8',
  });
  if (asked.error) {
    throw new Plain(
      `Packages can be installed automatically only on Debian (dpkg-query was not found).\nNeeded: ${packages.join(' ')}`,
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
      `These Debian packages are missing, and only root can install them:\n  apt-get install ${missing.join(' ')}`,
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

/** Detects optional packages for this machine that npm failed to fetch: npm skips those without an error. */
const isForHere = (entry) =>
  entry.os !== undefined && fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && fits(entry.libc, libc);

/** True if node_modules has exactly the packages of the lockfile. */
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

/**
 * Installs the missing packages of these groups (`build`, `test`, `screenreader`, …), and the npm packages of the
 * lockfile.
 */
export async function setup(groups = ['build']) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Plain(`Node.js 20.19 or newer is required; this is ${process.versions.node}.`);
  }
  await installDebian(groups);
  if (!npmInstalled()) {
    console.log('Installing npm packages.');
    // No package that we build with needs its install script. The one that a test needs is compiled for it (suites.mjs).
    await must('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts']);
  }
}

if (isMain(import.meta.url)) await main(() => setup(['build', 'test', 'lint']));
