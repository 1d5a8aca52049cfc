// The engines of the benchmark, and the bytes that a page ships to use each.
import { mkdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import * as esbuild from 'esbuild';
import { at } from '../../scripts/lib/project.mjs';

export const folder = at('build/bench/engines');

/** Engines by the name of their module in engines/. */
export const names = ['aftermint', 'aftermintNode', 'growthbook', 'jsonRulesEngine', 'zenEngine', 'byHand'];

const bundled = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  absWorkingDir: at(),
  legalComments: 'none',
  logLevel: 'warning',
  external: ['*/dist/node.mjs'],
  // As in a production build: GrowthBook then removes its logging. The other constants are Aftermint's.
  define: {
    'process.env.NODE_ENV': '"production"',
    __WASM_FILE__: '""',
    __WASM_INTEGRITY__: '""',
    __VERSION__: '""',
    __IS_MODULE__: 'false',
  },
};

/** Bundles every engine once for both hosts, and returns a description of each. */
export async function bundleEngines() {
  mkdirSync(folder, { recursive: true });
  await esbuild.build({
    ...bundled,
    entryPoints: [...names, 'stages'].map((name) => `tests/bench/engines/${name}.mjs`),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
  });
  const engines = {};
  for (const name of [...names, 'stages']) {
    const { default: engine } = await import(`${folder}/${name}.mjs`);
    engines[name] = { ...engine, name, version: versionOf(engine.package) };
  }
  return engines;
}

function versionOf(name) {
  if (!name) return null;
  const file = name === 'aftermint' ? 'package.json' : `node_modules/${name}/package.json`;
  return JSON.parse(readFileSync(at(file), 'utf8')).version;
}

/** The parts of each engine that a page bundles if it only decides. */
const shipped = [
  {
    name: 'aftermint, deciding only',
    source:
      "import factory from './build/wasm/aftermint-page.mjs'; import { makeBookLoader } from './web/src/loadBook.ts'; export const load = (source) => makeBookLoader(factory, source, fetch);",
    wasm: 'dist/aftermint-page.wasm',
    mangleProps: /^_[a-z]/,
  },
  { name: '@growthbook/growthbook', source: "export { GrowthBookClient } from '@growthbook/growthbook';" },
  { name: 'json-rules-engine', source: "export { Engine } from 'json-rules-engine';" },
  {
    name: '@gorules/zen-engine-wasm',
    source: "export { default, Variable } from '@gorules/zen-engine-wasm';",
    wasm: 'node_modules/@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm',
  },
];

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

/** Sizes, raw and with brotli 11: each engine bundled and minified in the same way, with its wasm. */
export async function measureBytes() {
  const rows = [wholePackage()];
  for (const { name, source, wasm, mangleProps } of shipped) {
    const { outputFiles } = await esbuild.build({
      ...bundled,
      ...(mangleProps && { mangleProps }),
      stdin: { contents: source, resolveDir: at(), loader: 'ts' },
      write: false,
    });
    const files = [Buffer.from(outputFiles[0].contents), ...(wasm ? [readFileSync(at(wasm))] : [])];
    rows.push({
      name,
      raw: files.reduce((sum, file) => sum + file.length, 0),
      brotli: files.reduce((sum, file) => sum + brotli(file), 0),
    });
  }
  return rows;
}

/** Aftermint with everything a page loads: script, module, style. */
function wholePackage() {
  const { files } = JSON.parse(readFileSync(at('dist/inventory.json'), 'utf8'));
  const { page } = JSON.parse(readFileSync(at('wasm/budget.json'), 'utf8'));
  const ours = files.filter(({ file }) => page.files.includes(file));
  return {
    name: 'aftermint, script and module with the widget',
    raw: ours.reduce((sum, { bytes }) => sum + bytes, 0),
    brotli: ours.reduce((sum, file) => sum + file.brotli, 0),
  };
}
