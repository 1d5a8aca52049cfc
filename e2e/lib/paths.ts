/** @file Paths of the project. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** An absolute path in the project. */
export const at = (...parts: string[]): string => join(root, ...parts);

/** The results of `npm run build`; the environment variables select another build. */
export const kProgram = process.env.AFTERMINT_PROGRAM ?? at('build/native/aftermint');
export const kDemoProgram = process.env.AFTERMINT_DEMO_PROGRAM ?? at('build/native/aftermint-demo');
export const kDist = process.env.AFTERMINT_DIST ?? at('dist');
export const kData = process.env.AFTERMINT_DATA ?? at('../shared/data');
export const kDemo = at('demo');
export const kDemoBook = at('demo/books/demo.json');

/** Throws if nothing has been built. */
export function mustBeBuilt(): void {
  for (const path of [kProgram, kDemoProgram, join(kDist, 'aftermint.js'), join(kDist, 'aftermint-page.wasm')]) {
    if (!existsSync(path)) throw new Error(`${path} is missing: run \`npm run build\` first`);
  }
}
