// What the built files themselves say of the elements, found without their documentation.
import { readFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { at } from '../../../scripts/lib/project.mjs';

export const textOf = (file) => readFileSync(at(file), 'utf8');
export const jsonOf = (file) => JSON.parse(textOf(file));

/** First group of every match, sorted, each once. */
export const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, group]) => group))].sort();

export const script = textOf('dist/aftermint.js');

/** The classes as they ship. They can be imported where there is no DOM. */
const shipped = await import(at('dist/aftermint.mjs'));

/** A class and what it extends, as far as it is ours, the nearest first. */
export function chainOf(name) {
  const chain = [];
  for (let one = shipped[name]; one?.prototype && one.observedAttributes; one = Object.getPrototypeOf(one))
    chain.push(one);
  return chain;
}

const sourceOf = (name) => chainOf(name).map(String).join('\n');

export function attributesIn(name) {
  const asked = found(sourceOf(name), /\bthis\.(?:get|set|has|remove|toggle)Attribute\(["`]([\w-]+)["`]/g);
  const byBrowser = shipped[name].formAssociated ? ['form', 'name'] : [];
  return [...new Set([...shipped[name].observedAttributes, ...asked, ...byBrowser])].sort();
}

/** Events that a class dispatches, through the one method that puts their names together. */
export function eventsIn(name) {
  const source = sourceOf(name);
  const [, fire] =
    /(\w+)\(\w+,\w+,\w+=!1\)\{return this\.dispatchEvent\(new CustomEvent\(`aftermint-\$\{/.exec(source) ?? [];
  return found(source, new RegExp(`\\bthis\\.${fire}\\(["\`](\\w+)["\`]`, 'g')).map((word) => `aftermint-${word}`);
}

/** Called by the browser or by the page object of ours, and no business of a page's own script. */
const callbacks = /^(constructor|\w+Callback|restored|wake)$/;

/** Names of the prototypes that a page can use. esbuild gives private members names of one or two letters. */
export function membersIn(name) {
  const members = new Map();
  for (const { prototype } of chainOf(name).reverse()) {
    for (const [member, { get, set, value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (member.length < 3 || callbacks.test(member)) continue;
      members.set(member, { kind: value ? 'method' : 'field', readonly: Boolean(get && !set) });
    }
  }
  return members;
}

const { outputFiles } = await esbuild.build({
  entryPoints: [at('widget/src/styles.ts')],
  bundle: true,
  format: 'esm',
  write: false,
});
const styles = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

/** The style sheet of an element's shadow root. */
export const cssOf = (tagName) => styles[`${tagName.replace('aftermint-', '')}Css`];

/** Custom properties that change something: asked for by a rule, or by a short name that a rule asks for. */
export function customPropertiesIn(css) {
  const short = /(--\w+):((?:[^;{}()]|\((?:[^()]|\([^()]*\))*\))*)/g;
  const rules = css.replace(short, '');
  const direct = found(rules, /var\((--aftermint-[\w-]+)/g);
  const behind = [...css.matchAll(short)]
    .filter(([, name]) => rules.includes(`var(${name})`))
    .flatMap(([, , value]) => found(value, /var\((--aftermint-[\w-]+)/g));
  return [...new Set([...direct, ...behind])].sort();
}

/** Functions of a C++ file, by name, as text. */
function functionsOf(file) {
  const text = textOf(file);
  const starts = [...text.matchAll(/^\w[\w:<> ]* (?:\w+::)?(\w+)\(/gm)];
  return new Map(starts.map((start, index) => [start[1], text.slice(start.index, starts[index + 1]?.index)]));
}

const named = /\b(?:element|filled|own|copied|copiedOr)\("\w+", "(\w+)"|\b(?:checkbox|section|titled)\("(\w+)"/g;
const view = functionsOf('core/src/view/view.cpp');
const pieces = functionsOf('core/src/view/pieces.cpp');

/** Parts that the core draws in a function and in those it calls. */
function drawnIn(name, seen = new Set()) {
  const body = view.get(name) ?? pieces.get(name);
  if (!body || seen.has(name)) return [];
  seen.add(name);
  const own = [...body.matchAll(named)].flatMap((groups) => groups.slice(1).filter(Boolean));
  const called = found(body.slice(body.indexOf('{')), /\b(\w+)\(/g).flatMap((other) => drawnIn(other, seen));
  return [...own, ...called];
}

/** Parts that the script itself makes: of an amount, and of what stands there after the press. */
const moneyPart = found(textOf('widget/src/renderView.ts'), /setAttribute\('part', '(\w+)'\)/g);
const card = textOf('widget/src/stateCard.ts');
const cardParts = [
  ...found(card, /setAttribute\('part', '(\w+)'\)/g),
  ...found(card, /\bpart: '(\w+)'/g),
  ...found(card, /_addButton\([^;]*?, '(\w+)', /g),
];

/** Parts of an element: the core's function and our file bear its name, `bump` of `AftermintBump`. */
export function partsIn(name) {
  const short = name.replace('Aftermint', '').toLowerCase();
  const own = textOf(`widget/src/${short}.ts`);
  const ownParts = found(own, /setAttribute\('part', '(\w+)'\)/g);
  const hasCard = own.includes('new StateCard(');
  return [...new Set([...drawnIn(short), ...moneyPart, ...ownParts, ...(hasCard ? cardParts : [])])].sort();
}
