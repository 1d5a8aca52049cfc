// `npm run lint`: formatting and static checks of C++ and TypeScript. `-- --fix` formats in place.
import { relative } from 'node:path';
import { cmake } from './lib/cmake.mjs';
import { withBuildLock, at, filesBelow, jobs, main, must, node, Plain, root, run } from './lib/project.mjs';
import { setup } from './setup.mjs';

const fix = process.argv.includes('--fix');

/** Sources for clang-format. */
const sources = ['core', 'workshop', 'wasm', 'native', 'demo', 'tests']
  .flatMap((folder) => filesBelow(folder, /\.(h|cpp)$/))
  .map((file) => relative(root, file))
  .filter((file) => !file.endsWith('.gen.h'));

/** Sources for clang-tidy, as a pattern of paths. core/src/page is compiled for WebAssembly only. */
const tidied = `^${root}/(core/src/(?!page/)|workshop/src/)`;

const checks = {
  'clang-format': () => run('clang-format', [...(fix ? ['-i'] : ['--dry-run', '-Werror']), ...sources]),
  'clang-tidy': () =>
    run('run-clang-tidy', [
      '-quiet',
      ...['-j', jobs],
      ...['-p', 'build/lint'],
      '-extra-arg=-Wno-unknown-warning-option', // the compile commands name warnings that only GCC has
      tidied,
    ]),
  'each header and source compiles on its own': () => run('cmake', ['--build', 'build/lint', '-j', jobs]),
  'core rules': () => run(node, ['scripts/checkCore.mjs']),
  'rooms include downwards': () => run(node, ['scripts/checkRooms.mjs']),
  tsc: () => run(node, [at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json']),
  biome: () => run(node, [at('node_modules/@biomejs/biome/bin/biome'), 'check', ...(fix ? ['--write'] : [])]),
};

/** Runs every check to its end, then reports the ones that failed. */
async function lint() {
  // Without unity builds, so that a file with a missing #include is found.
  await must('cmake', ['--preset', 'native', '-B', 'build/lint', '-DCMAKE_UNITY_BUILD=OFF'], { capture: true });
  const failed = [];
  for (const [name, check] of Object.entries(checks)) {
    console.log(`── ${name}`);
    if ((await check()).code !== 0) failed.push(name);
  }
  if (failed.length > 0) throw new Plain(`Failed: ${failed.join(', ')}`);
}

await main(async () => {
  await setup(['build', 'test', 'lint']);
  await withBuildLock(async () => {
    // tsc needs the JavaScript that Emscripten generates, clang-tidy the generated headers: both come from a build.
    await cmake('native', 'aftermint_core');
    await lint();
  });
});
