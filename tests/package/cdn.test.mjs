// dist/VERSION/ is a whole copy of what pages fetch, and README.md has the tag with its integrity.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { makeScriptTag, setScriptTag } from '../../scripts/lib/cdn.mjs';
import { at } from '../../scripts/lib/project.mjs';
import { jsonOf, textOf } from './lib/built.mjs';

const inventory = jsonOf('dist/inventory.json');
const { version } = inventory;

describe('the folder for a CDN', () => {
  it('has the files that pages fetch, the inventory and the bill of materials', () => {
    const fetched = inventory.files.filter(({ role }) => /^page |^for developers$/.test(role)).map(({ file }) => file);
    assert.ok(fetched.includes('aftermint.js') && fetched.includes('aftermint-page.wasm'));
    assert.deepEqual(readdirSync(at('dist', version)).sort(), [...fetched, 'inventory.json', 'sbom.cdx.json'].sort());
  });

  it('has the same bytes as dist/', () => {
    for (const file of readdirSync(at('dist', version))) {
      assert.ok(readFileSync(at('dist', version, file)).equals(readFileSync(at('dist', file))), file);
    }
  });
});

describe('the tag in README.md', () => {
  const text = textOf('README.md');
  const tag = makeScriptTag(inventory);

  it('is up to date (else: `npm run build`)', () => assert.equal(setScriptTag(text, tag), text));

  it('names the version and the integrity of the script', () => {
    const { integrity } = inventory.files.find(({ file }) => file === 'aftermint.js');
    assert.ok(tag.includes(`/${version}/aftermint.js"`) && tag.includes(integrity));
  });

  it('needs its markers', () => assert.throws(() => setScriptTag('no markers', tag), /README\.md needs the lines/));
});
