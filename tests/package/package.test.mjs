// The package, installed from its tarball into an empty project: with Vite, with esbuild, without a bundler, and in
// Node.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import * as esbuild from 'esbuild';
import { chromium } from 'playwright-core';
import { elementsOf } from '../../scripts/lib/manifest.mjs';
import { Project } from './lib/project.mjs';
import { serve } from './lib/site.mjs';

let project;
let browser;

before(async () => {
  project = await Project.make();
  browser = await chromium.launch({
    executablePath: process.env.AFTERMINT_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});

after(async () => {
  await browser?.close();
  project?.remove();
});

/** Opens a page of a site and runs `work` there. Fails on any error or console message. */
async function visit(site, path, work) {
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  try {
    await page.goto(site.url + path);
    await work(page);
  } finally {
    await page.close();
    await site.close();
  }
  assert.deepEqual(complaints, []);
  assert.deepEqual(
    site.asked.filter((request) => !request.startsWith('200')),
    [],
  );
}

const partsOf = (tag) => {
  const manifest = JSON.parse(readFileSync(project.at('node_modules/aftermint/dist/custom-elements.json'), 'utf8'));
  return elementsOf(manifest)
    .find(({ tagName }) => tagName === tag)
    .cssParts.map(({ name }) => name);
};

const showsTheBump = async (page) => {
  const bump = page.locator('aftermint-bump');
  await bump.locator('[part~=headline]').waitFor();
  assert.match(await bump.locator('[part~=headline]').textContent(), /Arden three-knife set/);
  assert.equal(await bump.locator('[part~=tick]').isChecked(), false);
  const drawn = await bump.locator('[part]').evaluateAll((all) => all.flatMap(({ part }) => [...part]));
  assert.deepEqual(
    [...new Set(drawn)].filter((part) => !partsOf('aftermint-bump').includes(part)),
    [],
    'parts that the manifest does not name',
  );
};

/** Declines the offer and expects the message in the page's language, which is fetched. */
const declinesInGerman = async (page) => {
  const offer = page.locator('aftermint-offer');
  await offer.locator('#card[lang=de]').waitFor({ state: 'attached' });
  await offer.locator('[part~=decline]').click();
  await page.locator('aftermint-offer[state=left]').waitFor({ state: 'attached' });
  assert.match(await offer.locator('[part~=status]').textContent(), /Ihre erste Bestellung, 1001,/);
};

describe('the tarball', () => {
  it('has all shipped files and no sources', () => {
    const wanted = [
      'aftermint.js',
      'aftermint.mjs',
      'aftermint-datalayer.js',
      'aftermint-datalayer.mjs',
      'aftermint-page.wasm',
      'aftermint.css',
      'aftermint.d.ts',
      'checkout.mjs',
      'checkout.d.ts',
      'cli.mjs',
      'node.mjs',
      'pure.mjs',
      'pure.d.ts',
      'react.mjs',
      'react.d.ts',
      'vue.mjs',
      'vue.d.ts',
      'server.mjs',
      'server.d.ts',
      'stripe.mjs',
      'stripe.d.ts',
    ];
    const beside = [
      'aftermint-messages.json',
      'answer.schema.json',
      'book.schema.json',
      'custom-elements.json',
      'inventory.json',
      'sbom.cdx.json',
    ];
    for (const file of [...wanted, ...beside]) assert.ok(project.packed.includes(`dist/${file}`), file);
    const others = project.packed.filter((path) => !/^(dist\/|LICENSE$|README\.md$|package\.json$)/.test(path));
    assert.deepEqual(others, [
      'docs/formats.md',
      'docs/frameworks.md',
      'docs/server.md',
      'docs/stripe.md',
      'widget/README.md',
    ]);
  });

  it('has the program, which runs without the sources', async () => {
    const { version, bin } = JSON.parse(readFileSync(project.at('node_modules/aftermint/package.json'), 'utf8'));
    assert.equal(await project.node(`node_modules/aftermint/${bin.aftermint}`, '--version'), `aftermint ${version}\n`);
    assert.match(
      await project.node(`node_modules/aftermint/${bin.aftermint}`, 'init', 'shop'),
      /Next: put your products/,
    );
  });

  it('passes publint', async () => {
    assert.match(await project.tool('publint/src/cli.js', project.tarball, '--strict'), /All good!/);
  });

  it('has types that resolve as ES modules', async () => {
    // Bundlers differ in what importing a .wasm file returns.
    const without = ['--exclude-entrypoints', 'aftermint-page.wasm', 'aftermint-workshop.wasm'];
    const output = await project.tool(
      '@arethetypeswrong/cli/dist/index.js',
      project.tarball,
      '--profile',
      'esm-only',
      ...without,
    );
    for (const name of ['checkout', 'node', 'pure', 'react', 'server', 'stripe', 'vue'])
      assert.match(output, new RegExp(`"aftermint/${name}"`));
  });
});

describe('in a page', () => {
  it('works with Vite', async () => {
    writeFileSync(
      project.at('vite.config.js'),
      "export default { build: { outDir: 'vite', modulePreload: false, rollupOptions: { input: ['index.html', 'thanks.html'] } } };\n",
    );
    await project.tool('vite/bin/vite.js', 'build', '--logLevel', 'warn');
    await visit(await serve(project.at('vite')), '/index.html', showsTheBump);
    await visit(await serve(project.at('vite')), '/thanks.html', declinesInGerman);
  });

  it('works with esbuild, with the fetched files copied next to the bundle', async () => {
    await esbuild.build({
      absWorkingDir: project.root,
      entryPoints: ['src/main.ts'],
      outdir: 'esbuild',
      bundle: true,
      minify: true,
      format: 'esm',
      logLevel: 'warning',
    });
    for (const file of ['aftermint-page.wasm', 'aftermint-messages.json']) {
      cpSync(project.at('node_modules/aftermint/dist', file), project.at('esbuild', file));
    }
    for (const name of ['index.html', 'thanks.html']) {
      const style = '<link rel="stylesheet" href="/main.css">';
      const text = readFileSync(project.at(name), 'utf8')
        .replace('/src/main.ts', '/main.js')
        .replace('<title>', `${style}<title>`);
      writeFileSync(project.at('esbuild', name), text);
    }
    const folders = [project.at('esbuild'), project.at('public')];
    await visit(await serve(...folders), '/index.html', showsTheBump);
    await visit(await serve(...folders), '/thanks.html', declinesInGerman);
  });

  it('works without a bundler: the module finds the files next to it', async () => {
    const dist = '/node_modules/aftermint/dist';
    writeFileSync(
      project.at('public/plain.js'),
      `import { configure } from '${dist}/aftermint.mjs';\nconfigure({ book: '/book.json' });\n`,
    );
    for (const name of ['index.html', 'thanks.html']) {
      const style = `<link rel="stylesheet" href="${dist}/aftermint.css">`;
      const text = readFileSync(project.at(name), 'utf8')
        .replace('/src/main.ts', '/plain.js')
        .replace('<title>', `${style}<title>`);
      writeFileSync(project.at('public', name), text);
    }
    const folders = [project.at('public'), project.root];
    await visit(await serve(...folders), '/index.html', showsTheBump);
    await visit(await serve(...folders), '/thanks.html', declinesInGerman);
  });

  it('works as a script tag with the integrity of the inventory, and creates one global', async () => {
    const dist = '/node_modules/aftermint/dist';
    const { files } = JSON.parse(readFileSync(project.at(`.${dist}/inventory.json`), 'utf8'));
    const { integrity } = files.find(({ file }) => file === 'aftermint.js');
    const tags = `<link rel="stylesheet" href="${dist}/aftermint.css">
    <script async src="${dist}/aftermint.js" integrity="${integrity}" crossorigin data-book="/book.json"></script>`;
    const text = readFileSync(project.at('index.html'), 'utf8').replace(/<script.*<\/script>/, tags);
    writeFileSync(project.at('public/tag.html'), text);
    writeFileSync(project.at('public/none.html'), text.replace(/<script[\s\S]*<\/script>/, ''));
    const folders = [project.at('public'), project.root];
    const globals = (page) => page.evaluate(() => Object.getOwnPropertyNames(window));
    let without;
    await visit(await serve(...folders), '/none.html', async (page) => {
      without = new Set(await globals(page));
    });
    await visit(await serve(...folders), '/tag.html', async (page) => {
      await showsTheBump(page);
      const made = (await globals(page)).filter((name) => !without.has(name));
      assert.deepEqual(made, ['aftermint']);
    });
  });
});

describe('in Node', () => {
  const wanted = {
    errors: 0,
    offer: 'guards-with-set',
    view: 'bump',
    verdicts: ['accepted', 'price_changed'],
    refusal: ['RefusedInput', true],
    page: ['function', 'function'],
    isSameLoad: true,
  };

  it('checks, decides, draws and verifies when imported by the name of the package', async () => {
    assert.deepEqual(JSON.parse(await project.node('server.mjs')), wanted);
  });

  it('works in any current directory', async () => {
    assert.deepEqual(
      JSON.parse(
        await project.node(
          '--input-type=module',
          '-e',
          'process.chdir("/"); await import(process.argv[1])',
          project.at('server.mjs'),
        ),
      ),
      wanted,
    );
  });
});
