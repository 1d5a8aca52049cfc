// The manifest agrees with the built files.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import { makeTables, setTables } from '../../scripts/lib/elementTables.mjs';
import { elementsOf } from '../../scripts/lib/manifest.mjs';
import * as built from './lib/built.mjs';

const manifest = built.jsonOf('dist/custom-elements.json');
const elements = elementsOf(manifest);
const namesOf = (entries) => entries.map(({ name }) => name).sort();

describe('the manifest', () => {
  it('is valid by the schema of its version', () => {
    const schema = built.jsonOf('node_modules/custom-elements-manifest/schema.json');
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
    assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 2));
    assert.equal(manifest.schemaVersion, built.jsonOf('node_modules/custom-elements-manifest/package.json').version);
  });

  it('has the elements that the script defines', () => {
    const defined = built.found(built.script, /customElements\.define\("([\w-]+)"/g);
    assert.ok(defined.length >= 3, 'the definitions were found');
    assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), defined);
  });

  it('only names modules that a page can import', () => {
    const exported = manifest.modules[0].exports.map(({ declaration }) => declaration);
    for (const { module, name } of exported) assert.ok(built.chainOf(name).length > 0, `${module} has no ${name}`);
  });
});

for (const element of elements) {
  const { name, tagName } = element;
  describe(`the manifest of <${tagName}>`, () => {
    it('lists the attributes that the class observes, reads or sets', () => {
      assert.deepEqual(namesOf(element.attributes), built.attributesIn(name));
    });

    it('lists the properties and methods of its prototypes, and which are read-only', () => {
      const members = built.membersIn(name);
      assert.deepEqual(namesOf(element.members), [...members.keys()].sort());
      for (const { name: member, kind, readonly } of element.members) {
        assert.deepEqual({ kind, readonly: readonly === true }, members.get(member), member);
      }
    });

    it('has no read-only property with the name of a writable attribute: React would throw', () => {
      const written = element.attributes.filter(({ readonly }) => !readonly);
      const readOnly = written.filter(({ name: attribute }) => built.membersIn(name).get(attribute)?.readonly);
      assert.deepEqual(namesOf(readOnly), []);
    });

    it('lists the events that it dispatches', () => {
      const dispatched = built.eventsIn(name);
      assert.ok(dispatched.length > 0, 'the dispatches were found in the class');
      assert.deepEqual(namesOf(element.events), dispatched);
    });

    it('lists the parts that the core draws and those that the script adds', () => {
      assert.deepEqual(namesOf(element.cssParts), built.partsIn(name));
    });

    it('lists the custom properties of its style sheet, with their defaults', () => {
      const css = built.cssOf(tagName);
      assert.deepEqual(namesOf(element.cssProperties), built.customPropertiesIn(css));
      for (const { name: property, default: value } of element.cssProperties) {
        const fallback = value.replaceAll(/(?<=,) /g, '');
        assert.ok(css.includes(`var(${property},${fallback})`), `${property} is ${value} by default`);
      }
    });

    it('lists no slots: its shadow root has none', () => {
      assert.deepEqual(element.slots, []);
      assert.doesNotMatch(built.script, /\bslot\b/);
    });

    it('describes every entry, with its type', () => {
      assert.ok(element.description);
      const typed = [
        ...element.attributes,
        ...element.members.filter(({ kind }) => kind === 'field'),
        ...element.events,
      ];
      const all = [...typed, ...element.members, ...element.cssParts, ...element.cssProperties];
      assert.deepEqual(namesOf(all.filter(({ description }) => !description)), []);
      assert.deepEqual(namesOf(typed.filter(({ type }) => !type?.text)), []);
      for (const event of element.events) assert.match(event.detail.text, /^\{ \w+\??: .+ \}$/, event.name);
    });
  });
}

describe('events', () => {
  it('bubble out of shadow roots, and are cancelable if they are dispatched so', () => {
    const events = elements.flatMap((element) => element.events);
    assert.ok(events.every(({ bubbles, composed }) => bubbles && composed));
    assert.equal(
      events.some(({ cancelable }) => cancelable),
      /\bcancelable:(?!!1)/.test(built.script),
    );
  });
});

describe('the tables of widget/README.md', () => {
  const text = built.textOf('widget/README.md');
  const tables = makeTables(manifest);

  it('are up to date (else: `npm run docs`)', () => {
    assert.equal(setTables(text, tables), text);
  });

  it('change with the manifest', () => {
    const changed = structuredClone(manifest);
    changed.modules[0].declarations[0].events[0].description = 'Something else.';
    assert.notEqual(setTables(text, makeTables(changed)), text);
  });

  it('have one place each, and every place has a table', () => {
    const more = new Map([...tables, ['aftermint-other attributes', '']]);
    assert.throws(() => setTables(text, more), /No place for aftermint-other attributes/);
    assert.throws(() => setTables(text, new Map()), /place for a table "aftermint-bump attributes"/);
  });
});
