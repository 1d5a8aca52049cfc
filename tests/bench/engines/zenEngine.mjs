// GoRules' zen-engine for browsers. Its wasm package has the expression language but no decision graphs.
import { initSync, Variable } from '@gorules/zen-engine-wasm';
import { factsOf } from '../world.mjs';

const start = async (read) => {
  initSync({ module: await read('node_modules/@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm') });
};

/** Stores the rules as data in the engine and passes the moment in each call. */
const overHeldRules = (expressionOf) => (text) => {
  const { rules, conditions } = JSON.parse(text);
  const held = new Variable({ rules });
  const expression = expressionOf(conditions);
  return (moment) => {
    const asked = held.cloneWith('moment', factsOf(moment));
    const offer = asked.evaluateExpression(expression);
    asked.free();
    return { offer };
  };
};

const flat = ({ offer, product, when }) => ({ offer, product, ...when });
const shopper = (rule) =>
  ` and ${rule}.country == moment.country and moment.tier in ${rule}.tiers and moment.value >= ${rule}.minValue`;

export default {
  package: '@gorules/zen-engine-wasm',
  forms: [
    {
      name: 'one filter over held rules',
      start,
      write: ({ rules, conditions }) => JSON.stringify({ rules: rules.map(flat), conditions }),
      open: overHeldRules(
        (conditions) => `filter(rules, #.product in moment.products${conditions ? shopper('#') : ''})[0].offer`,
      ),
    },
    {
      name: 'one expression of N branches',
      start,
      write: ({ rules }) => {
        const text = JSON.stringify;
        const branches = rules.map(({ offer, product, when }) => {
          const isShopper = when
            ? ` and country == ${text(when.country)} and tier in ${text(when.tiers)} and value >= ${when.minValue}`
            : '';
          return `${text(product)} in products${isShopper} ? ${text(offer)} : `;
        });
        return text(`${branches.join('')}null`);
      },
      open(text) {
        const expression = JSON.parse(text);
        return (moment) => {
          const asked = new Variable(factsOf(moment));
          const offer = asked.evaluateExpression(expression);
          asked.free();
          return { offer };
        };
      },
    },
  ],
};
