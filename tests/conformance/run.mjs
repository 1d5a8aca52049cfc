// `npm run conformance`: GrowthBook's conformance cases on the native core and the WebAssembly core.
// GROWTHBOOK_CASES may name a file of the same format; the default is the sample below AFTERMINT_DATA.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cmake } from '../../scripts/lib/cmake.mjs';
import { Plain, at, environment, main, run } from '../../scripts/lib/project.mjs';
import { sectionsOf } from './sections.mjs';

const named = process.env.GROWTHBOOK_CASES;
const file = named ? resolve(named) : join(environment.AFTERMINT_DATA, 'growthbook-cases', 'cases.json');

/** Prints a line for each section and returns whether all passed. */
function runWasm(core, cases) {
  const sections = sectionsOf(core);
  let isGood = true;
  for (const [name, tests] of Object.entries(cases)) {
    if (name === 'specVersion') continue;
    const passes = sections[name];
    if (!passes || !Array.isArray(tests) || tests.length === 0) {
      console.error(`${name}: an unknown section, or one without cases`);
      isGood = false;
      continue;
    }
    const failed = tests.filter((test) => !passes(test));
    for (const test of failed) console.error(`${name}: ${JSON.stringify(test)}`);
    console.log(`${name} wasm ${tests.length - failed.length} passed, ${failed.length} failed`);
    if (failed.length > 0) isGood = false;
  }
  return isGood;
}

await main(async () => {
  if (!existsSync(file)) {
    // A file named by the user must exist; the sample may be missing.
    if (named) throw new Plain(`GROWTHBOOK_CASES: no file at ${file}`);
    console.log(`SKIPPED: no conformance cases at ${file} (set GROWTHBOOK_CASES or AFTERMINT_DATA)`);
    return;
  }
  await cmake('native', 'aftermint_conformance');
  await cmake('wasm', 'aftermint-conformance');
  const native = await run(at('build/native/aftermint_conformance'), [file]);
  const factory = await import(pathToFileURL(at('build/wasm/aftermint-conformance.mjs')).href);
  const core = await factory.default({ wasmBinary: readFileSync(at('build/wasm/aftermint-conformance.wasm')) });
  const isGood = runWasm(core, JSON.parse(readFileSync(file, 'utf8')));
  process.exitCode = native.code === 0 && isGood ? 0 : 1;
});
