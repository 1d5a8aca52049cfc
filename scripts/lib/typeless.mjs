// Takes types out of sources before they are bundled.
import { readFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';

/**
 * esbuild deals out short names by how often letters occur in what it reads, types included: without this, a word of
 * documentation in a type would change the bytes of the script, its hash, and its weight by a dozen bytes.
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
      // A style sheet's lines end behind a brace, and need not end at all.
      const contents = path.endsWith('/styles.ts') ? code.replace(/(?<=[}`])\n+/g, '') : code;
      return { contents, loader: 'js' };
    });
  },
};
