// Asks every engine of the benchmark for the same decisions over ten rules, in Node. Prints one line of JSON, measures
// nothing.
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
        // Opening a lane checks the winner at the end, in the middle, and where no rule matches. It rejects a wrong
        // answer.
        await lane.ask('open', { form: form.name, ...order });
      } finally {
        await lane.close();
      }
      agreed.push({ engine: engine.name, form: form.name, conditions });
    }
  }
  console.log(JSON.stringify(agreed));
});
