import { chromium } from '@playwright/test';
import { lanes, makeFiles, pathOf } from './lanes.mjs';
import { costOf, categories } from './trace.mjs';
import { serveShop } from './server.mjs';
const files = await makeFiles();
const server = await serveShop(files);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const cpu = +process.argv[2] || 1, trace = process.argv[3];
for (const lane of lanes) for (const preload of [false,true]) {
  const context = await browser.newContext({viewport:{width:390,height:844}});
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  await cdp.send('Performance.enable', {timeDomain:'threadTicks'});
  if (cpu>1) await cdp.send('Emulation.setCPUThrottlingRate', {rate:cpu});
  if (trace) await browser.startTracing(tab, {categories:categories});
  server.take();
  tab.on('console', m=>console.log('  console', m.text()));
  await tab.goto(server.origin + pathOf(lane, preload));
  let r; try { r = await tab.evaluate(() => Promise.race([globalThis.bench.painted, new Promise((_,n)=>setTimeout(()=>n(new Error('late')),8000))])); } catch(e) { console.log(lane.key, e.message, JSON.stringify(server.take())); continue; }
  await tab.waitForTimeout(500);
  const m = Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map(({name,value})=>[name,value]));
  console.log(lane.key, preload, (r.painted-r.seen).toFixed(1), 'script', (m.ScriptDuration*1e3).toFixed(1), 'task', (m.TaskDuration*1e3).toFixed(1), 'compile', (m.V8CompileDuration*1e3).toFixed(1), JSON.stringify(server.take().served.map(s=>s.path.split('/').pop()+' '+s.bytes)), JSON.stringify(await tab.evaluate(()=>bench.longTasks())));
  if (trace) {
    const ev = JSON.parse(await browser.stopTracing()).traceEvents; console.log('   ', JSON.stringify(costOf(ev)));
    continue;
    const by = {};
    for (const e of mine) { const b = by[e.pid+' '+e.name] ??= [0,0,0]; b[0]++; b[1]+=e.dur/1e3; b[2]+=(e.tdur??NaN)/1e3; }
    console.log(Object.entries(by).sort((a,b)=>b[1][1]-a[1][1]).slice(0,30).map(([k,v])=>`    ${k} n${v[0]} wall ${v[1].toFixed(1)} cpu ${v[2].toFixed(1)}`).join('\n'));
  }
  await context.close();
}
await browser.close(); server.close();
