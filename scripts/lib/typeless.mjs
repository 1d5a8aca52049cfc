// An esbuild plugin that removes types before bundling.
import { readFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';

/**
 * esbuild chooses short names by how often letters occur in its input, types and their comments included. Without this
 * plugin, a changed comment would change the bytes of the script, its hash, and its size by a dozen bytes.
 */
export const typeless = {
  name: 'typeless',
  setup(builder) {
    builder.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(await readFile(path, 'utf8'), {
        loader: 'ts',
        target: 'es2022',
        charset: 'utf8',
        sourcefile: path,
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: true } },
      });
      // Line breaks in the style sheets have no meaning.
      const contents = path.endsWith('/styles.ts') ? code.replace(/(?<=[}`])\n+/g, '') : code;
      return { contents, loader: 'js' };
    });
  },
};
