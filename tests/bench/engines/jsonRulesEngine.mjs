// json-rules-engine with facts given at run time. The condition that fails most often comes first, as its documentation
// says.
import { Engine } from 'json-rules-engine';
import { factsOf } from '../world.mjs';

const conditionsOf = ({ product, when }) => ({
  all: [
    { fact: 'products', operator: 'contains', value: product, priority: 2 },
    ...(when
      ? [
          { fact: 'country', operator: 'equal', value: when.country },
          { fact: 'tier', operator: 'in', value: when.tiers },
          { fact: 'value', operator: 'greaterThanInclusive', value: when.minValue },
        ]
      : []),
  ],
});

const offerOf = ({ events }) => ({ offer: events.length > 0 ? events[0].type : null });

export default {
  package: 'json-rules-engine',
  forms: [
    {
      name: 'all rules at once',
      isAsync: true,
      write: ({ rules }) =>
        JSON.stringify(rules.map((rule) => ({ conditions: conditionsOf(rule), event: { type: rule.offer } }))),
      open(text) {
        const engine = new Engine(JSON.parse(text));
        return async (moment) => offerOf(await engine.run(factsOf(moment)));
      },
    },
    {
      name: 'by rank, stopped at the first',
      isAsync: true,
      write: ({ rules }) =>
        JSON.stringify(
          rules.map((rule, i) => ({
            conditions: conditionsOf(rule),
            event: { type: rule.offer },
            priority: rules.length - i,
          })),
        ),
      open(text) {
        const engine = new Engine(JSON.parse(text));
        engine.on('success', () => engine.stop());
        return async (moment) => offerOf(await engine.run(factsOf(moment)));
      },
    },
  ],
};
