// Rewrites the glue of Emscripten's minimal runtime. Run by em++ (`--js-transform`).
//
// Emscripten resolves a promise of its own once the module has started and never rejects it: after a failed start the
// factory's promise would stay pending and the page would see an unhandled rejection. Here the factory returns the
// promise of the start itself, which rejects, and is smaller. Typed arrays that nothing reads are removed.
import { readFileSync, writeFileSync } from 'node:fs';

const path = process.argv[2];
let glue = readFileSync(path, 'utf8');

/** Replaces the one match of a pattern; the glue of another Emscripten ends the build. */
function replaceOne(pattern, text) {
  const matches = glue.match(new RegExp(pattern, 'g'))?.length ?? 0;
  if (matches !== 1)
    throw new Error(`${path}: ${matches} matches of ${pattern} instead of 1; written for Emscripten 3.1.6`);
  glue = glue.replace(pattern, text);
}

replaceOne(/var readyPromiseResolve, readyPromiseReject;\s*Module\['ready'\] = new Promise\([^}]*\}\);/, '');
replaceOne(/function ready\(\) \{\s*readyPromiseResolve\(Module\);\s*\}/, '');
replaceOne(/WebAssembly\.instantiate\(Module\['wasm'\], imports\)\.then\(/, "Module['ready'] = $&");
replaceOne(/\bready\(\);(?=\s*\}\s*\);\s*$)/, 'return Module;');

const uses = (name) => glue.match(new RegExp(`\\b${name}\\b`, 'g')).length;
// Declared and assigned, but never read.
glue = glue.replace(/(\bHEAP\w+) *= *new \w+Array\(\w+\);?/g, (made, name) => (uses(name) > 2 ? made : ''));
writeFileSync(path, glue);
