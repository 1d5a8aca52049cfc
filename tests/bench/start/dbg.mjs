import { chromium } from '@playwright/test';
import { lanes, makeFiles } from './lanes.mjs';
import { profiles } from './profiles.mjs';
import { serveShop } from './server.mjs';
import { visit } from './visit.mjs';
console.log('files');
const shop = await serveShop(await makeFiles());
console.log('served');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
console.log('launched');
for (const lane of lanes) {
  console.log(lane.key);
  console.log(await visit({ browser, shop }, lane, false, profiles[0]));
}
await browser.close();
shop.close();
