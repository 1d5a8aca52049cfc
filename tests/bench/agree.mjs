// Asks every engine of the bench, in Node, for the same decisions over ten rules; prints one JSON line. Times nothing.
import { at, main } from '../../scripts/lib/project.mjs';
import { bundleEngines, folder } from './engines.mjs';
import { nodeHost } from './hosts/node.mjs';
import { entrantsOf } from './sections.mjs';

await main(async () => {
  const host = nodeHost({ root: at(), engines: folder });
  const engines = await bundleEngines();
  const agreed = [];
  for (const conditions of [true, false]) {
    for (const { engine, form, order } of entrantsOf(host, engines, { offers: 10, conditions, place: 'last' })) {
      const lane = await host.lane(engine.name);
      try {
        // Opening checks the winner at the end, in the middle, and where nobody may win; it rejects where one differs.
        await lane.ask('open', { form: form.name, ...order });
      } finally {
        await lane.close();
      }
      agreed.push({ engine: engine.name, form: form.name, conditions });
    }
  }
  console.log(JSON.stringify(agreed));
});
