// dist/inventory.json: what each shipped file is for, what it does in a page, and the hash to hold it to.
import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { at, filesBelow, Plain } from './project.mjs';
import { brotliBytes, integrityOf } from './weigh.mjs';

const statementsPlace = 'widget/inventory.json';

/** What the module asks of the script beside it: the short names that were shipped, and what is behind each. */
function wasmImportsOf(file, bytes, statements) {
  const glue = readFileSync(at('build/wasm', `${basename(file, '.wasm')}.mjs`), 'utf8');
  const [, table = ''] = /asmLibraryArg ?= ?\{([^}]*)\}/.exec(glue) ?? [];
  const behind = new Map([...table.matchAll(/"(\w+)": ?_(\w+)/g)].map(([, name, is]) => [name, is]));
  return WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ module, name, kind }) => {
    const is = behind.get(name) ?? name;
    const why = statements[is];
    if (!why) throw new Plain(`${file} imports ${is}, of which ${statementsPlace} says nothing under "wasmImports".`);
    return { module, name, kind, is, why };
  });
}

/** The files that a script fetches only with the hash it was built with. */
function pinsOf(text, files) {
  const hashes = ['sha384', 'sha256'];
  return files.flatMap(({ file, bytes }) =>
    hashes
      .map((hash) => integrityOf(bytes, hash))
      .filter((integrity) => text.includes(integrity))
      .map((integrity) => ({ file, integrity })),
  );
}

/**
 * The inventory of dist/, with the statements of widget/inventory.json.
 *
 * @throws Plain where a file or an import is not accounted for, or a statement is about nothing.
 */
export function makeInventory() {
  const statements = JSON.parse(readFileSync(at(statementsPlace), 'utf8'));
  const { name, version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const files = filesBelow('dist', /\.(js|mjs|wasm|css|json)$/)
    .filter((file) => basename(file) !== 'inventory.json')
    .map((file) => ({ file: relative(at('dist'), file), bytes: readFileSync(file) }));
  const gone = Object.keys(statements.files).filter((stated) => !files.some(({ file }) => file === stated));
  if (gone.length > 0) throw new Plain(`${statementsPlace} tells of ${gone.join(', ')}, which dist/ does not have.`);
  return {
    package: name,
    version,
    files: files.map(({ file, bytes }) => {
      const { does, ...stated } = statements.files[file] ?? {};
      if (!stated.purpose || !stated.justification) {
        throw new Plain(`dist/${file} has no purpose and justification: write them into ${statementsPlace}.`);
      }
      return {
        file,
        bytes: bytes.length,
        brotli: brotliBytes(bytes),
        integrity: integrityOf(bytes),
        ...stated,
        ...(/\.m?js$/.test(file) && { pins: pinsOf(bytes.toString(), files) }),
        ...(does && statements[does]),
        ...(file.endsWith('.wasm') && { imports: wasmImportsOf(file, bytes, statements.wasmImports) }),
      };
    }),
  };
}
