// Node 20 cannot run TypeScript: each *.test.ts is bundled into one module below build/, for node:test.
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { at, filesBelow, root } from './project.mjs';

/** `import.meta.url` is the address of the source file, and imports from dist/ and build/ are not bundled. */
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

/** Bundles the `*.test.ts` files of some folders into build/INTO and returns the paths of the modules. */
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
      __STYLE__: '""',
      __IS_MODULE__: 'false',
    },
    plugins: [asShipped],
  });
  return entries.map((entry) => at('build', into, relative(root, entry).replace(/\.ts$/, '.mjs')));
}
