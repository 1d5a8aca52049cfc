// `npm run build`: codes, currencies, messages, the native program, both wasm modules, and the package in dist/.
import { writeScriptTag } from './docs.mjs';
import { cmake } from './lib/cmake.mjs';
import { withBuildLock, isMain, main, must, node } from './lib/project.mjs';
import { setup } from './setup.mjs';
import { checkSizes } from './size.mjs';

/** Builds everything that ships. `setup` must have run. */
export async function build() {
  await must(node, ['scripts/genCodes.mjs']);
  await must(node, ['scripts/genCurrencies.mjs']);
  await must(node, ['scripts/genMessages.mjs']);
  await must(node, ['scripts/genReport.mjs']);
  await cmake('native', 'aftermint', 'aftermint-demo');
  await cmake('wasm', 'aftermint-page', 'aftermint-workshop');
  // Imported here, because it imports npm packages, which a fresh clone does not have before `setup`.
  const { pack } = await import('./pack.mjs');
  await pack();
  writeScriptTag();
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await setup(['build']);
    await withBuildLock(build);
    checkSizes();
  });
}
