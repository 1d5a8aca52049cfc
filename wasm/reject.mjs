// Emscripten's minimal runtime forgets what becomes of a failed start: the factory's promise would stay open, and the
// page would hear of an unhandled rejection. Run by em++ (`--js-transform`) over the glue: the factory rejects.
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
writeFileSync(path, `${glue.slice(0, end)}).catch(readyPromiseReject);\n`);
