import { measureStart } from '/work/wt-start/tests/bench/start/run.mjs';
import { writeFileSync } from 'node:fs';
const t = Date.now();
const r = await measureStart({
  rounds: +process.argv[2],
  tell: (w) => console.error(((Date.now() - t) / 1000).toFixed(0), w),
});
writeFileSync('/tmp/start.json', JSON.stringify(r));
console.error(((Date.now() - t) / 1000).toFixed(0));
