// `npm run lint`: formats and rules, in C++ and TypeScript. `-- --fix` formats in place.
import { relative } from 'node:path';
import { cmake } from './lib/cmake.mjs';
import { alone, at, filesBelow, jobs, main, must, node, Plain, root, run } from './lib/project.mjs';
import { setup } from './setup.mjs';

const fix = process.argv.includes('--fix');
const below = (folders, pattern) =>
  folders.flatMap((folder) => filesBelow(folder, pattern)).map((f) => relative(root, f));

/** Every check to its end; what fails is told together. */
async function lint() {
  const sources = below(['core', 'workshop', 'wasm', 'native', 'tests'], /\.(h|cpp)$/).filter(
    (file) => !file.endsWith('.gen.h'),
  );
  const core = below(['core/src', 'workshop/src'], /\.cpp$/).filter((file) => !file.startsWith('core/src/page/'));
  // File by file, as an editor and clang-tidy see them; the presets build whole folders in one piece.
  await must('cmake', ['--preset', 'native', '-B', 'build/lint', '-DCMAKE_UNITY_BUILD=OFF'], { capture: true });
  const checks = [
    ['clang-format', () => run('clang-format', [...(fix ? ['-i'] : ['--dry-run', '-Werror']), ...sources])],
    [
      'clang-tidy',
      // GCC's own warning names are unknown to it.
      () =>
        run(
          'xargs',
          [
            '-n',
            '1',
            '-P',
            jobs,
            'clang-tidy',
            '--quiet',
            '-p',
            'build/lint',
            '--extra-arg=-Wno-unknown-warning-option',
          ],
          {
            input: core.join('\n'),
          },
        ),
    ],
    ['each file stands alone', () => run('cmake', ['--build', 'build/lint', '-j', jobs])],
    ['the core keeps its rules', () => run(node, ['scripts/checkCore.mjs'])],
    ['tsc', () => run(node, [at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'])],
    ['biome', () => run(node, [at('node_modules/@biomejs/biome/bin/biome'), 'check', ...(fix ? ['--write'] : [])])],
  ];
  const failed = [];
  for (const [name, check] of checks) {
    console.log(`── ${name}`);
    if ((await check()).code !== 0) failed.push(name);
  }
  if (failed.length > 0) throw new Plain(`Failed: ${failed.join(', ')}`);
}

await main(async () => {
  await setup(['build', 'test', 'lint']);
  await alone(async () => {
    // The type-check reads the glue's place, and clang-tidy the compile commands: both come from a build.
    await cmake('native', 'aftermint_core');
    await lint();
  });
});
