// The type declarations in an installed package, compiled strictly and without skipLibCheck.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { must, node, at } from '../../scripts/lib/project.mjs';
import { Project } from './lib/project.mjs';

let project;
const tsc = (config) => project.tool('typescript/bin/tsc', '-p', config);

before(async () => {
  project = await Project.make();
  for (const name of ['@types/react', '@types/node', 'stripe', 'vue']) project.lend(name);
});

after(() => project?.remove());

describe('the typings', () => {
  it('declare the elements’ properties, methods, events and JSX, and reject misuse', () => tsc('typed'));

  it('work on a server without DOM types', () => tsc('typed/tsconfig.server.json'));

  it('have both for server-side rendering', () => tsc('typed/tsconfig.rendering.json'));

  for (const mode of ['bundler', 'node16', 'nodenext'])
    it(`resolve under ${mode}: every entry point, and the components for React and Vue`, () =>
      tsc(`typed/tsconfig.${mode}.json`));

  it('fail if one of the expected errors does not occur', async () => {
    const place = project.at('typed/page.ts');
    const text = readFileSync(place, 'utf8');
    writeFileSync(place, text.replace("configure({ beacon: '/events' });", "configure({ book: '/book.json' });"));
    await assert.rejects(tsc('typed'), /page\.ts\(\d+,1\): error TS2578: Unused '@ts-expect-error' directive/);
    writeFileSync(place, text);
  });

  it('are enough for the React example', async () => {
    await must(node, [at('node_modules/typescript/bin/tsc'), '-p', 'examples/react']);
  });

  it('agree with the classes of the elements', async () => {
    await must(node, [at('node_modules/typescript/bin/tsc'), '-p', 'tests/package/agree']);
  });
});
