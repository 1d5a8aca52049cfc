// dist/sbom.cdx.json is a valid CycloneDX bill of materials and names every shipped file with its hash.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { at } from '../../scripts/lib/project.mjs';
import { jsonOf } from './lib/built.mjs';

const sbom = jsonOf('dist/sbom.cdx.json');
const schemaOf = (name) => jsonOf(`node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`);

/** A validator of CycloneDX 1.6, with the schemas that its publisher ships for Node. */
function validator() {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true);
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
    ajv.addSchema(schemaOf(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  }
  return ajv.compile(schemaOf('bom-1.6'));
}

describe('the bill of materials', () => {
  const validate = validator();

  it('is valid by the schema of CycloneDX 1.6', () => {
    assert.ok(validate(sbom), JSON.stringify(validate.errors, null, 2));
  });

  it('would not be valid with a licence that SPDX does not have', () => {
    const wrong = structuredClone(sbom);
    wrong.components[0].licenses = [{ license: { id: 'None-Such' } }];
    assert.ok(!validate(wrong));
  });

  it('has every file of the inventory, with the SHA-384 of its bytes', () => {
    const files = sbom.components.filter(({ type }) => type === 'file');
    assert.deepEqual(
      files.map(({ name }) => name),
      jsonOf('dist/inventory.json').files.map(({ file }) => file),
    );
    for (const { name, hashes } of files) {
      const bytes = readFileSync(at('dist', name));
      assert.deepEqual(hashes, [{ alg: 'SHA-384', content: createHash('sha384').update(bytes).digest('hex') }], name);
    }
  });

  it('is of the package’s name, version and licence', () => {
    const { name, version, license } = jsonOf('package.json');
    const { component } = sbom.metadata;
    assert.deepEqual(
      [component.name, component.version, component.licenses],
      [name, version, [{ license: { id: license } }]],
    );
  });

  it('names what is compiled into the modules, with version and licence, and no dependency of npm', () => {
    const parts = sbom.components.filter(({ type }) => type === 'library');
    assert.deepEqual(
      parts.map(({ name }) => name),
      ['emscripten', 'musl', 'libcxx', 'compiler-rt'],
    );
    for (const { name, version, licenses } of parts) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
      assert.equal(licenses.length, 1, name);
    }
    assert.equal(jsonOf('package.json').dependencies, undefined);
    const { dependsOn } = sbom.dependencies.find(({ ref }) => ref === 'aftermint-page.wasm');
    assert.deepEqual(
      dependsOn,
      parts.map(({ name }) => name),
    );
  });
});
