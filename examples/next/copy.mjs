// Copies what pages fetch into public/, from where Next serves it.
import { cpSync } from 'node:fs';

for (const file of ['aftermint.js', 'aftermint-debug.js', 'aftermint-page.wasm', 'aftermint-messages.json'])
  cpSync(`node_modules/aftermint/dist/${file}`, `public/${file}`);
