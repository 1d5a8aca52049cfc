// Node 20 does not read TypeScript: every *.test.ts becomes one module below build/, run by node:test from the root.
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { at, filesBelow, root } from './project.mjs';

/** Sources see their own address, and what is built is loaded as it ships, not bundled again. */
const asShipped = {
  name: 'as-shipped',
  setup(builder) {
    builder.onResolve({ filter: /^\.{1,2}\/(.*\/)?(dist|build)\// }, ({ path, resolveDir }) => ({
      path: new URL(path, `${pathToFileURL(resolveDir).href}/`).href,
      external: true,
    }));
    builder.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' };
    });
  },
};

/** Bundles the `*.test.ts` of some folders into one below build/ and gives the modules' paths. */
export async function bundleTests(folders, into) {
  const entries = folders.flatMap((folder) => filesBelow(folder, /\.test\.ts$/));
  rmSync(at('build', into), { recursive: true, force: true });
  if (entries.length === 0) return [];
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: `build/${into}`,
    outbase: '.',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
    define: {
      __WASM_FILE__: '"test.wasm"',
      __WASM_INTEGRITY__: '""',
      __VERSION__: '"0.0.0"',
      __MESSAGES__: '""',
      __IS_MODULE__: 'false',
    },
    plugins: [asShipped],
  });
  return entries.map((entry) => at('build', into, relative(root, entry).replace(/\.ts$/, '.mjs')));
}
