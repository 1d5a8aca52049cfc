// No engine: a Map from product to rule and an `if`, hand-written for this one decision.
import { factsOf } from '../world.mjs';

export default {
  package: null,
  forms: [
    {
      name: 'a Map and an if, written by hand',
      byHand: true,
      write: ({ rules }) => JSON.stringify(rules),
      open(text) {
        const byProduct = new Map(JSON.parse(text).map((rule, rank) => [rule.product, { ...rule, rank }]));
        return (moment) => {
          const { products, country, tier, value } = factsOf(moment);
          let best = null;
          for (const product of products) {
            const rule = byProduct.get(product);
            if (!rule || (best && best.rank < rule.rank)) continue;
            const { when } = rule;
            if (when && !(when.country === country && when.tiers.includes(tier) && value >= when.minValue)) continue;
            best = rule;
          }
          return { offer: best ? best.offer : null };
        };
      },
    },
  ],
};
