// GrowthBook's SDK: the client that its documentation names for many evaluations over one payload.
import { GrowthBookClient } from '@growthbook/growthbook';
import { factsOf } from '../world.mjs';

/** `$in` over a list is GrowthBook's fastest question of that kind; it comes first because it fails first. */
const conditionOf = ({ product, when }) => ({
  products: { $in: [product] },
  ...(when && { country: when.country, tier: { $in: when.tiers }, value: { $gte: when.minValue } }),
});

const open = (text) => new GrowthBookClient().initSync({ payload: JSON.parse(text) });

export default {
  package: '@growthbook/growthbook',
  forms: [
    {
      name: 'one feature of N rules',
      write: ({ rules }) =>
        JSON.stringify({
          features: {
            offer: {
              defaultValue: null,
              rules: rules.map((rule) => ({ condition: conditionOf(rule), force: rule.offer })),
            },
          },
        }),
      open(text) {
        const client = open(text);
        return (moment) => ({ offer: client.evalFeature('offer', { attributes: factsOf(moment) }).value });
      },
    },
    {
      name: 'N features of one rule',
      write: ({ rules }) =>
        JSON.stringify({
          features: Object.fromEntries(
            rules.map((rule) => [
              rule.offer,
              { defaultValue: false, rules: [{ condition: conditionOf(rule), force: true }] },
            ]),
          ),
        }),
      open(text) {
        const client = open(text);
        const keys = Object.keys(client.getFeatures());
        return (moment) => {
          const user = { attributes: factsOf(moment) };
          for (const offer of keys) if (client.evalFeature(offer, user).value) return { offer };
          return { offer: null };
        };
      },
    },
    {
      name: 'a feature a product, looked up by the page',
      byHand: true,
      write: ({ rules }) =>
        JSON.stringify({
          features: Object.fromEntries(
            rules.map((rule, rank) => [
              rule.product,
              { defaultValue: null, rules: [{ condition: conditionOf(rule), force: { offer: rule.offer, rank } }] },
            ]),
          ),
        }),
      open(text) {
        const client = open(text);
        return (moment) => {
          const attributes = factsOf(moment);
          let best = null;
          for (const product of attributes.products) {
            const { value } = client.evalFeature(product, { attributes });
            if (value && (!best || value.rank < best.rank)) best = value;
          }
          return { offer: best ? best.offer : null };
        };
      },
    },
  ],
};
