// Modules in TypeScript for these scripts, which Node 20 cannot load.
import * as esbuild from 'esbuild';
import { root } from '../../../scripts/lib/project.mjs';

export async function bundle(entry) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
