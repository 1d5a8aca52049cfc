// The typings as whoever installs the package meets them: strictly, with the libraries checked as well.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { must, node, at } from '../../scripts/lib/project.mjs';
import { Project } from './lib/project.mjs';

let project;
const tsc = (config) => project.tool('typescript/bin/tsc', '-p', config);

before(async () => {
  project = await Project.make();
  for (const name of ['@types/react', '@types/node']) project.lend(name);
});

after(() => project?.remove());

describe('the typings', () => {
  it('know the elements’ properties, methods, events and JSX, and stop misuse', () => tsc('typed'));

  it('are all a server needs that knows no DOM', () => tsc('typed/tsconfig.server.json'));

  it('give whoever renders pages on a server both', () => tsc('typed/tsconfig.rendering.json'));

  it('miss it if one of the wrongs were right', async () => {
    const place = project.at('typed/page.ts');
    const text = readFileSync(place, 'utf8');
    writeFileSync(place, text.replace("configure({ beacon: '/events' });", "configure({ book: '/book.json' });"));
    await assert.rejects(tsc('typed'), /page\.ts\(\d+,1\): error TS2578: Unused '@ts-expect-error' directive/);
    writeFileSync(place, text);
  });

  it('are all that the example in React needs', async () => {
    await must(node, [at('node_modules/typescript/bin/tsc'), '-p', 'examples/react']);
  });

  it('say of the elements what their classes say', async () => {
    await must(node, [at('node_modules/typescript/bin/tsc'), '-p', 'tests/package/agree']);
  });
});
