// Makes dist/ from the output of CMake and the TypeScript sources. Does nothing if no input has changed.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { isCdnFolderWhole, writeCdnFolder } from './lib/cdn.mjs';
import { makeInventory } from './lib/inventory.mjs';
import { minifyAgain } from './lib/minifyAgain.mjs';
import { at, digest, filesBelow, must, root } from './lib/project.mjs';
import { makeManifest } from './lib/manifest.mjs';
import { makeSbom } from './lib/sbom.mjs';
import { shrinkModule } from './lib/shrinkModule.mjs';
import { typeless } from './lib/typeless.mjs';
import { writeTypings } from './lib/typings.mjs';
import { integrityOf } from './lib/weigh.mjs';
import { messagesFile, messagesText } from './lib/messages.mjs';

/** Private members of our classes. Emscripten's own names begin with two underscores or are quoted. */
const privateNames = /^_[a-z]/;

/**
 * Further properties that may be renamed, because only our own page code uses them. A name of the browser, of JSON, of
 * the options or of an element's public interface must not be in this list.
 */
const pageNames =
  'acceptClient acknowledge addDeclined addSeen ask claim client coreFor deal emit eventBeacon eventSender fault ' +
  'hide isAsking ledger loadMessages markReported notReceived openStorage pageElements pageView parsedAt payLabel ' +
  'postOnExit put refresh release restored resume retry retryAfterMs schedule setConsent setLanguage show ' +
  'showDeclined showNote sleep texts transport visitorData wake withLock';
const privateInPage = new RegExp(`${privateNames.source}|^(${pageNames.replaceAll(' ', '|')})$`);

const shared = {
  bundle: true,
  minify: true,
  absWorkingDir: root,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  mangleProps: privateNames,
  plugins: [typeless],
};

/** The server's modules share node.mjs, so that its classes are the same in all of them. */
const besideNode = {
  name: 'beside-node',
  setup(builder) {
    builder.onResolve({ filter: /^\.\.\/node\.js$/ }, () => ({ path: './node.mjs', external: true }));
    builder.onResolve({ filter: /^\.\.\/server\/index\.js$/ }, () => ({ path: './server.mjs', external: true }));
  },
};

/** The components share pure.mjs, so that a page loads the script once. */
const besidePure = {
  name: 'beside-pure',
  setup(builder) {
    builder.onResolve({ filter: /^\.\/loadAftermint\.js$/ }, () => ({ path: './pure.mjs', external: true }));
  },
};

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));

/** Constants for a script: the name and hash of the module it fetches, the hash of the messages, the version. */
function wasmDefines(name) {
  return {
    __WASM_FILE__: JSON.stringify(name),
    // SHA-256 rather than SHA-384: browsers accept both, and a hash does not compress.
    __WASM_INTEGRITY__: JSON.stringify(integrityOf(readFileSync(at('build/package', name)), 'sha256')),
    __MESSAGES__: JSON.stringify(integrityOf(messagesText(), 'sha256')),
    __VERSION__: JSON.stringify(version),
  };
}

async function bundle() {
  // First, because the server's module contains the style sheet.
  await esbuild.build({ ...shared, entryPoints: ['widget/src/aftermint.css'], outfile: 'dist/aftermint.css' });
  const page = wasmDefines('aftermint-page.wasm');
  const targets = [
    {
      entryPoints: ['widget/src/script.ts'],
      outfile: 'dist/aftermint.js',
      format: 'iife',
      mangleProps: privateInPage,
      define: { ...page, __IS_MODULE__: 'false' },
      // The code that uses import.meta is removed from the script.
      logOverride: { 'empty-import-meta': 'silent' },
    },
    {
      entryPoints: ['widget/src/index.ts'],
      outfile: 'dist/aftermint.mjs',
      format: 'esm',
      mangleProps: privateInPage,
      define: { ...page, __IS_MODULE__: 'true' },
    },
    {
      entryPoints: ['widget/src/dataLayer/dataLayerScript.ts'],
      outfile: 'dist/aftermint-datalayer.js',
      format: 'iife',
    },
    { entryPoints: ['widget/src/dataLayer/toDataLayer.ts'], outfile: 'dist/aftermint-datalayer.mjs', format: 'esm' },
    { entryPoints: ['widget/src/debug.ts'], outfile: 'dist/aftermint-debug.js', format: 'esm' },
    {
      entryPoints: ['web/src/node.ts'],
      outfile: 'dist/node.mjs',
      format: 'esm',
      platform: 'node',
      define: wasmDefines('aftermint-workshop.wasm'),
    },
    {
      entryPoints: ['web/src/cli/program.ts'],
      outfile: 'dist/cli.mjs',
      format: 'esm',
      platform: 'node',
      define: wasmDefines('aftermint-workshop.wasm'),
    },
    {
      entryPoints: ['web/src/server/index.ts'],
      outfile: 'dist/server.mjs',
      format: 'esm',
      platform: 'node',
      define: { __STYLE__: JSON.stringify(readFileSync(at('dist/aftermint.css'), 'utf8')) },
      plugins: [typeless, besideNode],
    },
    {
      entryPoints: ['web/src/stripe/index.ts'],
      outfile: 'dist/stripe.mjs',
      format: 'esm',
      platform: 'node',
      plugins: [typeless, besideNode],
    },
    { entryPoints: ['widget/src/checkout.ts'], outfile: 'dist/checkout.mjs', format: 'esm' },
    { entryPoints: ['frameworks/src/loadAftermint.ts'], outfile: 'dist/pure.mjs', format: 'esm' },
    {
      entryPoints: ['frameworks/src/react.ts'],
      outfile: 'dist/react.mjs',
      format: 'esm',
      external: ['react'],
      plugins: [typeless, besidePure],
      // React Server Components may import the module; its components run in the browser too.
      banner: { js: "'use client';" },
    },
    {
      entryPoints: ['frameworks/src/vue.ts'],
      outfile: 'dist/vue.mjs',
      format: 'esm',
      external: ['vue'],
      plugins: [typeless, besidePure],
    },
  ];
  for (const target of targets) await esbuild.build({ ...shared, ...target });
  // Nearly all of the script runs at once. This line lets Chromium compile it while it loads, off the main thread.
  await minifyAgain('dist/aftermint.js', { banner: '//# allFunctionsCalledOnLoad\n', module: false });
  await minifyAgain('dist/aftermint.mjs');
  // In Node `import 'aftermint'` gives the functions of the core, and the element classes for server-side rendering.
  writeFileSync(at('dist/aftermint.node.mjs'), "export * from './aftermint.mjs';\nexport * from './node.mjs';\n");
}

/** True if dist/ is complete and was made from the same inputs. */
function upToDate(stamp, inputs) {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== inputs) return false;
  if (!existsSync(at('dist/inventory.json')) || !existsSync(at('dist/sbom.cdx.json'))) return false;
  const inventory = JSON.parse(readFileSync(at('dist/inventory.json'), 'utf8'));
  if (!isCdnFolderWhole(inventory)) return false;
  return inventory.files.every(({ file, integrity }) => {
    return existsSync(at('dist', file)) && integrityOf(readFileSync(at('dist', file))) === integrity;
  });
}

/** Makes dist/. The native program and both wasm modules must be in build/. */
export async function pack() {
  mkdirSync(at('build/package'), { recursive: true });
  for (const name of ['aftermint-page.wasm', 'aftermint-workshop.wasm']) await shrinkModule(name, version);
  const schema = await must(at('build/native/aftermint'), ['schema'], { capture: true });
  const answerSchema = await must(at('build/native/aftermint'), ['schema', 'answer'], { capture: true });
  const inputs = digest(
    [
      ...filesBelow('web/src', /./),
      ...filesBelow('widget/src', /./),
      ...filesBelow('frameworks/src', /./),
      ...filesBelow('core/messages', /./),
      ...filesBelow('build/wasm', /^aftermint-(page|workshop)\.mjs$/),
      ...filesBelow('build/package', /\.wasm$/),
      ...filesBelow('scripts', /\.mjs$/),
      ...[
        'widget/inventory.json',
        'package.json',
        'package-lock.json',
        'tsconfig.base.json',
        'tsconfig.types.json',
      ].map((name) => at(name)),
    ],
    schema,
    answerSchema,
  );
  const stamp = at('build/package/dist.stamp');
  if (upToDate(stamp, inputs)) return;
  console.log('Packing dist/');
  rmSync(stamp, { force: true });
  rmSync(at('dist'), { recursive: true, force: true });
  mkdirSync(at('dist'), { recursive: true });
  await bundle();
  for (const name of ['aftermint-page.wasm', 'aftermint-workshop.wasm'])
    cpSync(at('build/package', name), at('dist', name));
  writeFileSync(at('dist', messagesFile), messagesText());
  writeFileSync(at('dist/book.schema.json'), schema);
  writeFileSync(at('dist/answer.schema.json'), answerSchema);
  const manifest = makeManifest();
  writeFileSync(at('dist/custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeTypings(manifest);
  const inventory = makeInventory();
  writeFileSync(at('dist/inventory.json'), `${JSON.stringify(inventory, null, 2)}\n`);
  writeFileSync(at('dist/sbom.cdx.json'), `${JSON.stringify(makeSbom(inventory), null, 2)}\n`);
  writeCdnFolder(inventory);
  writeFileSync(stamp, inputs);
}
