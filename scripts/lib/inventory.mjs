// dist/inventory.json: the purpose of each shipped file, what it does in a page, and its hash.
import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { at, filesBelow, Plain } from './project.mjs';
import { brotliBytes, integrityOf } from './weigh.mjs';

const statementsPlace = 'widget/inventory.json';

/** The imports of a wasm module: their short names, the functions they stand for, and the reason for each. */
function wasmImportsOf(file, bytes, statements) {
  const glue = readFileSync(at('build/wasm', `${basename(file, '.wasm')}.mjs`), 'utf8');
  const [, table = ''] = /asmLibraryArg ?= ?\{([^}]*)\}/.exec(glue) ?? [];
  const behind = new Map([...table.matchAll(/"(\w+)": ?_(\w+)/g)].map(([, name, is]) => [name, is]));
  return WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ module, name, kind }) => {
    const is = behind.get(name) ?? name;
    const why = statements[is];
    if (!why) throw new Plain(`${file} imports ${is}: describe it in ${statementsPlace} under "wasmImports".`);
    return { module, name, kind, is, why };
  });
}

/** The files whose hash a script contains: it accepts no other content for them. */
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
 * The inventory of dist/, with the descriptions from widget/inventory.json.
 *
 * @throws Plain if a file or an import has no description, or a described file does not exist.
 */
export function makeInventory() {
  const statements = JSON.parse(readFileSync(at(statementsPlace), 'utf8'));
  const { name, version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const files = filesBelow('dist', /\.(js|mjs|wasm|css|json)$/)
    .filter((file) => basename(file) !== 'inventory.json')
    .map((file) => ({ file: relative(at('dist'), file), bytes: readFileSync(file) }));
  const gone = Object.keys(statements.files).filter((stated) => !files.some(({ file }) => file === stated));
  if (gone.length > 0) throw new Plain(`${statementsPlace} describes ${gone.join(', ')}, but dist/ does not have it.`);
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
