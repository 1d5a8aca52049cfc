// The lanes of the start-up benchmark: Aftermint, and what a team would otherwise combine, on the same page.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { at, must } from '../../../scripts/lib/project.mjs';
import { makePage, orderAttribute } from './page.mjs';
import { makePayload, makeShopBook } from './shop.mjs';

const folder = at('build/bench/start');
const payload = '/api/features/sdk-bench'; // where GrowthBook's SDK asks for it

/** The lanes in the order of the table. `sends`: it reports the shown offer to a collector. */
export const lanes = [
  { name: 'an empty script', key: 'empty', role: 'floor', packages: [] },
  { name: 'aftermint', key: 'aftermint', role: 'ours', packages: [], sends: 'exposure' },
  {
    name: 'GrowthBook + Preact',
    key: 'growthbookPreact',
    role: 'rival',
    packages: ['@growthbook/growthbook', 'preact'],
    view: 'preact',
  },
  {
    name: 'GrowthBook + Preact + Snowplow',
    key: 'growthbookPreactSnowplow',
    role: 'stack',
    packages: ['@growthbook/growthbook', 'preact', '@snowplow/browser-tracker'],
    view: 'preact',
    sends: 'offer_shown',
  },
  {
    name: 'GrowthBook + React',
    key: 'growthbookReact',
    role: 'rival',
    packages: ['@growthbook/growthbook', 'react', 'react-dom'],
    view: 'react',
  },
];

/** One script for a lane, as a page in production would load it. */
async function bundle({ key, view }) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [`tests/bench/start/lanes/${key}.js${view ? 'x' : ''}`],
    absWorkingDir: at(),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    jsx: 'automatic',
    jsxImportSource: view ?? 'preact',
    alias: { hooks: view === 'react' ? 'react' : 'preact/hooks' },
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  return Buffer.from(outputFiles[0].contents);
}

/** The book as a page loads it. */
async function publishedBook() {
  mkdirSync(folder, { recursive: true });
  const [whole, published] = [`${folder}/book.json`, `${folder}/published.json`];
  writeFileSync(whole, JSON.stringify(makeShopBook()));
  await must(at('build/native/aftermint'), ['check', whole, '--publish', published, '--json'], { capture: true });
  return readFileSync(published);
}

const preloadTag = ({ path, integrity }) =>
  `<link rel="preload" as="fetch" href="${path}" crossorigin${integrity ? ` integrity="${integrity}"` : ''}>`;

/** The tags of a lane. Preloaded files are requested together with the script and not by it. */
function pageOf({ key, role }, { preload, integrity }) {
  if (role === 'ours') {
    const files = [
      { path: '/dist/aftermint-page.wasm', integrity: integrity['aftermint-page.wasm'] },
      { path: '/book.json' },
    ];
    return makePage({
      event: 'aftermint-shown',
      head: `${preload ? files.map(preloadTag).join('\n') : ''}
<script async src="/dist/aftermint.js" integrity="${integrity['aftermint.js']}" crossorigin data-book="/book.json" data-beacon="/events"></script>`,
      room: `<aftermint-bump class="room" name="bump" order="${orderAttribute}"></aftermint-bump>`,
    });
  }
  const onload = role === 'floor' ? ` onload="document.dispatchEvent(new Event('bump-shown'))"` : '';
  return makePage({
    event: 'bump-shown',
    head: `${preload ? preloadTag({ path: payload }) : ''}\n<script async src="/lanes/${key}.js"${onload}></script>`,
    room: `<div class="room" id="bump" data-order="${orderAttribute}"></div>`,
  });
}

/** The files that the shop serves, by path. */
export async function makeFiles() {
  const { files: inventory } = JSON.parse(readFileSync(at('dist/inventory.json'), 'utf8'));
  const integrity = Object.fromEntries(inventory.map(({ file, integrity }) => [file, integrity]));
  const files = new Map([
    ['/book.json', await publishedBook()],
    [payload, Buffer.from(JSON.stringify(makePayload()))],
    ...['aftermint.js', 'aftermint-page.wasm'].map((file) => [`/dist/${file}`, readFileSync(at('dist', file))]),
  ]);
  for (const lane of lanes) {
    if (lane.role !== 'ours') files.set(`/lanes/${lane.key}.js`, await bundle(lane));
    for (const preload of [false, true]) {
      files.set(pathOf(lane, preload), Buffer.from(pageOf(lane, { preload, integrity })));
    }
  }
  return files;
}

export const pathOf = ({ key }, preload) => `/checkout/${key}${preload ? '-preload' : ''}.html`;

/** The versions of the packages in a lane. */
export const versionsOf = ({ packages }) =>
  Object.fromEntries(
    packages.map((name) => [name, JSON.parse(readFileSync(at(`node_modules/${name}/package.json`), 'utf8')).version]),
  );
