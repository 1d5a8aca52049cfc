// Makes the custom-elements manifest from the classes of the elements and their comments.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { filesBelow, root } from './project.mjs';

/** The module that pages import the classes from. */
const entry = 'dist/aftermint.mjs';

/** Called by the browser. */
const callbacks =
  /^(connected|connectedMove|disconnected|adopted|attributeChanged|form(Associated|Disabled|Reset|StateRestore))Callback$/;

/** A paragraph of a comment on one line. */
const paragraph = (text) => text?.replace(/\s*\n\s*/g, ' ').trim();
const paragraphs = (text) =>
  text
    ?.split(/\n\s*\n/)
    .map(paragraph)
    .join('\n\n');

const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * Collects what the analyzer does not: types of setters that accept more than the getter returns, attributes that an
 * element sets itself, members of event details, and whether events bubble.
 *
 * All events are dispatched in one place, which builds their names. Its callers say whether an event is cancelable.
 */
function notes() {
  const setters = new Map();
  const ownAttributes = new Set();
  const shapes = new Map();
  let dispatch = {};
  const cancelled = new Set();
  const flagsOf = (init) => {
    const isSet = (flag) => new RegExp(`\\b${flag}: *true\\b`).test(init?.getText() ?? '');
    return { bubbles: isSet('bubbles'), composed: isSet('composed') };
  };
  const analyzePhase = ({ node }) => {
    if (ts.isSetAccessorDeclaration(node)) {
      setters.set(`${node.parent.name.text}.${node.name.getText()}`, node.parameters[0]?.type?.getText());
    } else if (ts.isInterfaceDeclaration(node)) {
      shapes.set(node.name.text, {
        of: (node.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => type.expression.getText())),
        own: node.members.map((member) => member.getText().replace(/;$/, '')),
      });
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'CustomEvent') {
      dispatch = flagsOf(node.arguments?.[1]);
    } else if (ts.isCallExpression(node) && node.expression.getText() === 'this._fire') {
      const [name, , cancelable] = node.arguments;
      if (cancelable?.getText() === 'true') cancelled.add(`aftermint-${name.text}`);
    } else if (ts.isCallExpression(node) && node.expression.getText() === 'this.setAttribute') {
      ownAttributes.add(node.arguments[0]?.text);
    }
  };
  const membersOf = (name) => {
    const { of = [], own = [] } = shapes.get(name) ?? {};
    return [...of.flatMap(membersOf), ...own];
  };
  const dispatchOf = (name) => ({ ...dispatch, cancelable: cancelled.has(name) });
  return { setters, ownAttributes, dispatchOf, membersOf, plugin: { name: 'notes', analyzePhase } };
}

/** An entry without the name of the class it was inherited from, which nobody can import. */
function published({ inheritedFrom: _, description, ...rest }) {
  return { ...rest, description: paragraphs(description) };
}

function memberOf(member, element, setters) {
  const { privacy: _privacy, return: given, ...rest } = published(member);
  if (member.kind === 'method') return { ...rest, return: given };
  const taken = setters.get(`${(member.inheritedFrom ?? element).name}.${member.name}`);
  return taken && taken !== member.type.text ? { ...rest, type: { text: taken }, readType: member.type } : rest;
}

const isPublic = (member) => !member.privacy && !member.static && !callbacks.test(member.name) && member.name !== 'id'; // `id` is the browser's

function eventOf(event, { dispatchOf, membersOf }) {
  const [, detail] = /^CustomEvent<(\w+)>$/.exec(event.type.text) ?? [];
  return {
    ...published(event),
    ...(detail && { detail: { text: `{ ${membersOf(detail).join('; ')} }` } }),
    ...dispatchOf(event.name),
  };
}

function declarationOf(element, noted) {
  const { setters, ownAttributes } = noted;
  const members = element.members.filter(isPublic).map((member) => memberOf(member, element, setters));
  const fields = new Set(members.filter(({ kind }) => kind === 'field').map(({ name }) => name));
  const attributes = (element.attributes ?? []).map((attribute) => {
    const fieldName = camelCase(attribute.name);
    return {
      ...published(attribute),
      ...(fields.has(fieldName) && { fieldName }),
      ...(ownAttributes.has(attribute.name) && { readonly: true }),
    };
  });
  const events = (element.events ?? [])
    .filter(({ name }) => name) // the analyzer also lists the dispatching code itself, without a name
    .map((event) => eventOf(event, noted));
  return {
    kind: 'class',
    customElement: true,
    name: element.name,
    tagName: element.tagName,
    description: paragraphs(element.description),
    superclass: { name: 'HTMLElement', package: 'global:' },
    attributes,
    members,
    events,
    slots: (element.slots ?? []).map(published),
    cssParts: (element.cssParts ?? []).map(published),
    cssProperties: (element.cssProperties ?? []).map(published),
  };
}

/**
 * The manifest of every element that widget/src defines, by the schema 2.1.0 of custom-elements-manifest.
 *
 * Beyond the schema: `readType` of a property that accepts more types than it returns, `readonly` of an attribute that
 * the element sets, and of an event `detail`, `bubbles`, `composed` and `cancelable`.
 */
export function makeManifest() {
  const noted = notes();
  const modules = filesBelow('widget/src', /(?<!\.d)\.ts$/).map((file) =>
    ts.createSourceFile(relative(root, file), readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true),
  );
  const read = create({ modules, plugins: [noted.plugin], context: { dev: false } });
  const elements = read.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ customElement, tagName }) => customElement && tagName)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
  const exportsOf = ({ name, tagName }) => [
    { kind: 'js', name, declaration: { name, module: entry } },
    { kind: 'custom-element-definition', name: tagName, declaration: { name, module: entry } },
  ];
  return {
    schemaVersion: '2.1.0',
    readme: 'widget/README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: entry,
        description: '`configure` defines the elements; so does the script `dist/aftermint.js` where its tag stands.',
        declarations: elements.map((element) => declarationOf(element, noted)),
        exports: elements.flatMap(exportsOf),
      },
    ],
  };
}

/** The elements of a manifest. */
export const elementsOf = (manifest) => manifest.modules.flatMap(({ declarations }) => declarations);
