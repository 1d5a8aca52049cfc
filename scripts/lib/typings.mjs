// The type declarations in dist/types: those that the entry points reach, written by tsc.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { makeElementTypings } from './elementTypings.mjs';
import { at, must, node } from './project.mjs';

const entries = [
  'widget/src/index.d.ts',
  'widget/src/dataLayer/toDataLayer.d.ts',
  'widget/src/checkout.d.ts',
  'web/src/node.d.ts',
  'web/src/server/index.d.ts',
  'web/src/stripe/index.d.ts',
  'frameworks/src/loadAftermint.d.ts',
  'frameworks/src/react.d.ts',
  'frameworks/src/vue.d.ts',
];

/**
 * These come from the manifest: tsc's declarations of the elements would expose protected members, and half of the
 * sources.
 */
const elements = 'widget/src/elements.d.ts';
const elementTypes = ['web/src/types.d.ts', 'widget/src/elementEvents.d.ts'];

/** The declaration files that a declaration file imports. */
function referred(file) {
  const text = readFileSync(at('build/types', file), 'utf8');
  const places = [...text.matchAll(/(?:from|import\() ?['"](\.[^'"]+)\.js['"]/g)];
  return places.map(([, place]) => join(dirname(file), `${place}.d.ts`));
}

/** The entry points and every file they import, directly or not. */
function reached() {
  const known = new Set(entries);
  for (const file of known) for (const next of referred(file)) known.add(next);
  return [...known];
}

/** Writes the declarations into dist/, with one entry next to each module. */
export async function writeTypings(manifest) {
  rmSync(at('build/types'), { recursive: true, force: true });
  await must(node, [at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json']);
  const modules = elementTypes.map((file) => [
    `./${relative(dirname(elements), file)}`.replace(/^\.\/\.\./, '..').replace(/\.d\.ts$/, '.js'),
    readFileSync(at('build/types', file), 'utf8'),
  ]);
  writeFileSync(at('build/types', elements), makeElementTypings(manifest, modules));
  for (const file of reached()) {
    if (!existsSync(at('build/types', file))) throw new Error(`${file} is imported by the typings but does not exist`);
    mkdirSync(at('dist/types', dirname(file)), { recursive: true });
    cpSync(at('build/types', file), at('dist/types', file));
  }
  const index = "export * from './types/widget/src/index.js';\n";
  const server = "export * from './types/web/src/node.js';\n";
  writeFileSync(at('dist/aftermint.d.ts'), index);
  writeFileSync(at('dist/node.d.ts'), server);
  writeFileSync(at('dist/server.d.ts'), "export * from './types/web/src/server/index.js';\n");
  writeFileSync(at('dist/stripe.d.ts'), "export * from './types/web/src/stripe/index.js';\n");
  writeFileSync(at('dist/checkout.d.ts'), "export * from './types/widget/src/checkout.js';\n");
  writeFileSync(at('dist/pure.d.ts'), "export * from './types/frameworks/src/loadAftermint.js';\n");
  writeFileSync(at('dist/react.d.ts'), "export * from './types/frameworks/src/react.js';\n");
  writeFileSync(at('dist/vue.d.ts'), "export * from './types/frameworks/src/vue.js';\n");
  writeFileSync(at('dist/aftermint-datalayer.d.ts'), "export * from './types/widget/src/dataLayer/toDataLayer.js';\n");
  writeFileSync(at('dist/aftermint.node.d.ts'), index + server);
  writeFileSync(at('dist/aftermint-debug.d.ts'), 'export {};\n'); // for `import 'aftermint/debug'`
  writeFileSync(at('dist/aftermint.css.d.ts'), 'export {};\n'); // for `import 'aftermint/aftermint.css'`
}
