import { chromium } from '@playwright/test';
import * as esbuild from 'esbuild';
import { at } from '../../../scripts/lib/project.mjs';
import { typeless } from '../../../scripts/lib/typeless.mjs';
import { lanes, makeFiles, pathOf } from './lanes.mjs';
import { serveShop } from './server.mjs';
const files = await makeFiles();
const { outputFiles } = await esbuild.build({
  bundle: true,
  absWorkingDir: at(),
  target: 'es2022',
  plugins: [typeless],
  entryPoints: ['widget/src/script.ts'],
  format: 'iife',
  write: false,
  define: {
    __WASM_FILE__: '"aftermint-page.wasm"',
    __WASM_INTEGRITY__: '""',
    __WORDS__: '{}',
    __VERSION__: '"0"',
    __IS_MODULE__: 'false',
  },
  logOverride: { 'empty-import-meta': 'silent' },
});
files.set('/dist/aftermint.js', Buffer.from(outputFiles[0].contents));
for (const [k, v] of files)
  if (k.endsWith('.html')) files.set(k, Buffer.from(v.toString().replace(/(<script[^>]*) integrity="[^"]*"/, '$1')));
const server = await serveShop(files);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
});
const total = {},
  tops = {};
const N = +process.argv[3] || 8;
const lane = lanes.find((l) => l.key === (process.argv[2] || 'aftermint'));
for (let i = 0; i < N; i++) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
  await tab.goto('about:blank');
  await cdp.send('Profiler.start');
  await tab.goto(server.origin + pathOf(lane, false));
  await tab.evaluate(() => globalThis.bench.painted);
  await tab.waitForTimeout(300);
  const { profile } = await cdp.send('Profiler.stop');
  const byId = new Map(profile.nodes.map((n) => [n.id, n]));
  const parent = new Map();
  for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
  profile.samples.forEach((id, k) => {
    const dt = Math.min(profile.timeDeltas[k], 2000) / 1e3 / N;
    const chain = [];
    for (let c = id; c; c = parent.get(c)) {
      const f = byId.get(c).callFrame;
      chain.push((f.functionName || '(anon)') + ':' + f.url.split('/').pop() + ':' + f.lineNumber);
    }
    if (/\((idle|program|root)\)/.test(chain[0])) return;
    total[chain[0]] = (total[chain[0]] ?? 0) + dt;
    for (const c of new Set(chain)) tops[c] = (tops[c] ?? 0) + dt;
  });
  await context.close();
}
const show = (o, n) =>
  Object.entries(o)
    .sort((a, b) => b[1] - a[1])
    .slice(0, n)
    .map(([k, v]) => v.toFixed(2).padStart(7) + ' ' + k)
    .join('\n');
console.log('SELF\n' + show(total, 30) + '\nINCL\n' + show(tops, 45));
await browser.close();
server.close();
