// Mends the glue of Emscripten's minimal runtime. Run by em++ (`--js-transform`).
// It forgets what becomes of a failed start: the factory's promise would stay open, and the page would hear of an
// unhandled rejection. So the factory rejects. And it makes views of the memory that nothing reads: they are left out.
import { readFileSync, writeFileSync } from 'node:fs';

const path = process.argv[2];
const glue = readFileSync(path, 'utf8');
const start = glue.lastIndexOf('WebAssembly.instantiate(');
const end = glue.lastIndexOf(');');
const isKnown =
  glue.includes('readyPromiseReject') &&
  start > 0 &&
  /^[^;]*\.then\(function/.test(glue.slice(start)) &&
  glue.slice(end + 2).trim() === '';
if (!isKnown) throw new Error(`${path}: not the minimal runtime of Emscripten 3.1.6; look at how it starts`);

const uses = (name) => glue.match(new RegExp(`\\b${name}\\b`, 'g')).length;
// Declared and set, and no more.
const rejecting = `${glue.slice(0, end)}).catch(readyPromiseReject);\n`;
writeFileSync(
  path,
  rejecting.replace(/(\bHEAP\w+) *= *new \w+Array\(\w+\);?/g, (made, name) => (uses(name) > 2 ? made : '')),
);
