// The five stacks: what a team has before, which document tells it what to write, and how the shop is built and started.
import { node } from '../../../scripts/lib/project.mjs';
import { filesOf } from './recipe.mjs';

const kDatabase = ['better-sqlite3', 'express'];
const vite = [node, 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];

/** Files of a document by their places in the shop. */
function pick(document, names) {
  const files = filesOf(document);
  return new Map(
    names.map(([name, place]) => {
      if (!files.has(name)) throw new Error(`${document} has no block ${name}`);
      return [place, files.get(name)];
    }),
  );
}

const spa = (name, files) => ({
  before: ['spa', name],
  document: 'docs/frameworks.md',
  files: () =>
    pick('docs/frameworks.md', [
      ['examples/server/server.mjs', 'server.mjs'],
      ...files.map((file) => [`examples/${name}/src/${file}`, `src/${file}`]),
    ]),
  build: vite,
  start: [node, 'server.mjs'],
  checkout: '/',
});

export const stacks = [
  {
    name: 'Express',
    before: ['express'],
    document: 'docs/quick-start.md',
    files: () => pick('docs/quick-start.md', [['server.mjs', 'server.mjs']]),
    lend: kDatabase,
    start: [node, 'server.mjs'],
    checkout: '/checkout',
  },
  {
    name: 'React and Vite',
    ...spa('react', ['main.tsx', 'Checkout.tsx', 'Thanks.tsx']),
    lend: [...kDatabase, 'react', 'react-dom', 'vite'],
    isLive: true,
  },
  {
    name: 'Vue and Vite',
    ...spa('vue', ['main.js', 'Checkout.vue', 'Thanks.vue']),
    lend: [...kDatabase, 'vue', 'vite', '@vitejs/plugin-vue'],
    isLive: true,
  },
  {
    name: 'PaymentIntent',
    before: ['stripe'],
    document: 'docs/stripe.md',
    files: () =>
      pick('docs/stripe.md', [
        ['server.mjs', 'server.mjs'],
        ['intent.mjs', 'public/intent.mjs'],
      ]),
    lend: [...kDatabase, 'stripe'],
    start: [node, 'server.mjs'],
    checkout: '/checkout',
    needsStripe: true,
  },
  {
    name: 'Next',
    before: ['next'],
    document: 'docs/frameworks.md',
    files: () =>
      pick(
        'docs/frameworks.md',
        [
          'lib/aftermint.ts',
          'app/mint/[[...path]]/route.ts',
          'app/layout.tsx',
          'app/page.tsx',
          'app/Checkout.tsx',
          'app/pay.ts',
          'app/thanks/[id]/page.tsx',
        ].map((file) => [`examples/next/${file}`, file]),
      ),
    // Turbopack follows no links out of the project, so its packages are installed.
    install: ['npm', 'install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'],
    build: [node, 'node_modules/next/dist/bin/next', 'build'],
    start: [node, 'node_modules/next/dist/bin/next', 'start'],
    checkout: '/',
  },
];
