// Makes the WebAssembly module that ships out of the one that CMake built: Binaryen's optimiser, one data segment, the
// version.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mergeData } from './mergeData.mjs';
import { withVersion } from './moduleVersion.mjs';
import { at, digest, must, node } from './project.mjs';
import { brotliBytes } from './weigh.mjs';

/** Which first pass compresses best changes with the code, so the page's module takes the better of two. */
const recipes = {
  'aftermint-page.wasm': [
    ['-Oz', '-Oz'],
    ['-Os', '-Oz'],
  ],
  'aftermint-workshop.wasm': [['-Oz', '-Oz']],
};

/**
 * Locals numbered by how often they are used compress better: 0.1 KB of the page's module. Too slow for the workshop's.
 */
const renumberLocals = ['--coalesce-locals-learning', '--reorder-locals'];

/** `--closed-world` would be smaller still and silently breaks Embind. */
async function optimise(name, passes, to) {
  await must(node, [
    at('node_modules/binaryen/bin/wasm-opt'),
    at('build/wasm', name),
    '-o',
    to,
    '--flatten', // the passes after it find more to share between expressions that stand by themselves
    '--rereloop',
    ...passes,
    ...(name === 'aftermint-page.wasm' ? renumberLocals : []),
    '--low-memory-unused', // nothing lies in the first kilobyte: Emscripten's GLOBAL_BASE
    '--strip-producers',
  ]);
  return mergeData(readFileSync(to));
}

/**
 * Writes build/package/NAME: the smallest of the module as it was built and as Binaryen leaves it. Needs
 * build/wasm/NAME.
 */
export async function shrinkModule(name, version) {
  const from = at('build/wasm', name);
  const to = at('build/package', name);
  const stamp = `${to}.stamp`;
  const made = ['shrinkModule', 'mergeData', 'moduleVersion'].map((script) => at('scripts/lib', `${script}.mjs`));
  const source = digest([from, ...made], version);
  if (existsSync(to) && existsSync(stamp) && readFileSync(stamp, 'utf8') === source) return;
  const modules = [readFileSync(from)];
  for (const passes of recipes[name]) modules.push(await optimise(name, passes, to));
  const versioned = modules.map((module) => withVersion(module, version));
  const sizes = versioned.map(brotliBytes);
  writeFileSync(to, versioned[sizes.indexOf(Math.min(...sizes))]);
  writeFileSync(stamp, source);
}
