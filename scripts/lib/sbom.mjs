// dist/sbom.cdx.json: the software bill of materials of the shipped files, in CycloneDX 1.6.
import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { at, Plain } from './project.mjs';

/** The toolchain file of CMakePresets.json lies in Emscripten's own folder. */
const emscripten = '/usr/share/emscripten';

function versionIn(path, pattern) {
  const file = `${emscripten}/${path}`;
  const version = existsSync(file) && pattern.exec(readFileSync(file, 'utf8'))?.[1];
  if (!version) throw new Plain(`${file} names no version, which the bill of materials needs.`);
  return version;
}

/** libc++ 13 writes 13000. */
const libcxxVersion = () => {
  const number = Number(versionIn('system/lib/libcxx/include/__config', /define _LIBCPP_VERSION (\d+)/));
  return [Math.floor(number / 1000), Math.floor((number % 1000) / 100), number % 100].join('.');
};

/** What the linker takes from the toolchain's libraries into the WebAssembly modules and their JavaScript. */
function compiledIn() {
  const llvm = [{ expression: 'Apache-2.0 WITH LLVM-exception' }];
  const part = (name, version, licenses, description, purl) => ({
    type: 'library',
    'bom-ref': name,
    name,
    version,
    description,
    scope: 'required',
    licenses,
    purl,
  });
  const version = versionIn('emscripten-version.txt', /"?([\d.]+)"?/);
  const github = (path, tag) => `pkg:github/${path}@${tag}`;
  return [
    part(
      'emscripten',
      version,
      [{ expression: 'MIT OR NCSA' }],
      'The minimal runtime in JavaScript, Embind’s registration, and the allocator emmalloc.',
      github('emscripten-core/emscripten', version),
    ),
    part(
      'musl',
      versionIn('system/lib/libc/musl/VERSION', /([\d.]+)/),
      [{ license: { id: 'MIT' } }],
      'Functions of the C library that the core calls, as Emscripten ships them.',
      `pkg:generic/musl@${versionIn('system/lib/libc/musl/VERSION', /([\d.]+)/)}`,
    ),
    part(
      'libcxx',
      libcxxVersion(),
      llvm,
      'Templates and functions of the C++ library, with libc++abi, as Emscripten ships them.',
      github('llvm/llvm-project', `llvmorg-${libcxxVersion()}`),
    ),
    part(
      'compiler-rt',
      libcxxVersion(),
      llvm,
      'Arithmetic that WebAssembly has no instruction for, as Emscripten ships it.',
      github('llvm/llvm-project', `llvmorg-${libcxxVersion()}`),
    ),
  ];
}

const hex = (bytes) => createHash('sha384').update(bytes).digest('hex');

/**
 * The bill of materials: each file of the inventory with its SHA-384, and what was compiled into it. The package has no
 * dependencies in npm. It has no time and no serial number, so that the same files give the same bill.
 *
 * @throws Plain where the toolchain does not say its versions.
 */
export function makeSbom({ version, files }) {
  const { name, description, license, homepage, repository, bugs } = JSON.parse(
    readFileSync(at('package.json'), 'utf8'),
  );
  const own = [{ license: { id: license } }];
  const shipped = files.map(({ file, purpose }) => ({
    type: 'file',
    'bom-ref': file,
    name: file,
    version,
    description: purpose,
    scope: 'required',
    hashes: [{ alg: 'SHA-384', content: hex(readFileSync(at('dist', file))) }],
    licenses: own,
  }));
  const parts = compiledIn();
  const inWasm = parts.map((part) => part['bom-ref']);
  const partsOf = (file) => {
    if (file.endsWith('.wasm')) return inWasm;
    return /^(aftermint|node)\.m?js$/.test(file) ? ['emscripten'] : []; // the runtime that starts a module
  };
  const root = `pkg:npm/${name}@${version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'library',
        'bom-ref': root,
        name,
        version,
        description,
        licenses: own,
        purl: root,
        externalReferences: [
          { type: 'website', url: homepage },
          { type: 'vcs', url: repository.url },
          { type: 'issue-tracker', url: bugs.url },
        ],
      },
    },
    components: [...shipped, ...parts],
    dependencies: [
      { ref: root, dependsOn: shipped.map(({ name: file }) => file) },
      ...shipped.map(({ name: file }) => ({ ref: file, dependsOn: partsOf(file) })),
      ...inWasm.map((ref) => ({ ref, dependsOn: [] })),
    ],
  };
}
