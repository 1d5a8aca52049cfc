// What the built files do, found without their documentation: attributes, events, members, parts and custom properties.
import { readFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { at } from '../../../scripts/lib/project.mjs';

export const textOf = (file) => readFileSync(at(file), 'utf8');
export const jsonOf = (file) => JSON.parse(textOf(file));

/** The first groups of all matches, sorted and without repeats. */
export const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, group]) => group))].sort();

export const script = textOf('dist/aftermint.js');

/** The shipped classes. They can be imported without a DOM. */
const shipped = await import(at('dist/aftermint.mjs'));

/** A class and those of our classes that it extends, nearest first. */
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

/** Events that a class dispatches, through the one method that builds their names. */
export function eventsIn(name) {
  const source = sourceOf(name);
  const [, fire] = /(\w+)\(\w+,\w+,\w+=!1\)\{let \w+=new CustomEvent\(`aftermint-\$\{/.exec(source) ?? [];
  return found(source, new RegExp(`\\bthis\\.${fire}\\(["\`](\\w+)["\`]`, 'g')).map((word) => `aftermint-${word}`);
}

/** Members that the browser or our page object calls, not a page's own script. */
const callbacks = /^(constructor|\w+Callback|restored|wake)$/;

/** The public members of the prototypes. esbuild gives private members names of one or two letters. */
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

/** Custom properties with an effect: used by a rule, or by a short name that a rule uses. */
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
const builder = functionsOf('core/src/view/view_builder.cpp');

/** Parts that a function of the core draws, and the functions that it calls. */
function drawnIn(name, seen = new Set()) {
  const body = view.get(name) ?? builder.get(name);
  if (!body || seen.has(name)) return [];
  seen.add(name);
  const own = [...body.matchAll(named)].flatMap((groups) => groups.slice(1).filter(Boolean));
  const called = found(body.slice(body.indexOf('{')), /\b(\w+)\(/g).flatMap((other) => drawnIn(other, seen));
  return [...own, ...called];
}

/** Parts that the script adds: amounts, and the messages after the shopper accepts. */
const moneyPart = found(textOf('widget/src/renderView.ts'), /setAttribute\('part', '(\w+)'\)/g);
const card = textOf('widget/src/stateCard.ts');
const cardParts = [
  ...found(card, /setAttribute\('part', '(\w+)'\)/g),
  ...found(card, /\bpart: '(\w+)'/g),
  ...found(card, /_addButton\([^;]*?, '(\w+)', /g),
];

/** Parts of an element. The function of the core and our file have its name: `bump` for `AftermintBump`. */
export function partsIn(name) {
  const short = name.replace('Aftermint', '').toLowerCase();
  const own = textOf(`widget/src/${short}.ts`);
  const ownParts = found(own, /setAttribute\('part', '(\w+)'\)/g);
  const hasCard = own.includes('new StateCard(');
  return [...new Set([...drawnIn(short), ...moneyPart, ...ownParts, ...(hasCard ? cardParts : [])])].sort();
}
