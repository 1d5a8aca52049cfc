// GrowthBook's SDK, with the client that its documentation recommends for many evaluations over one payload.
import { GrowthBookClient } from '@growthbook/growthbook';
import { companionOf, factsOf } from '../world.mjs';

/** `$in` is GrowthBook's fastest operator for this. It comes first, because it is the one that usually fails. */
const conditionOf = ({ product, when }) => ({
  products: { $in: [product] },
  ...(when && { country: when.country, tier: { $in: when.tiers }, value: { $gte: when.minValue } }),
});

/** The further conditions that Aftermint checks for every offer of this book, after the product matched. */
const fullConditionOf = (rule) => ({
  ...conditionOf(rule),
  placement: { $in: ['checkout', 'post_purchase'] },
  status: { $nin: ['cancelled', 'refunded'] },
  currency: 'GBP',
  declined: { $not: { $in: [rule.offer] } },
  inOrder: { $not: { $in: [companionOf(rule.product)] } },
  value: { $gte: Math.max(rule.when?.minValue ?? 0, 20_000), $lte: 60_000 }, // 6000 is 10 to 30 % of these
});

const fullFactsOf = (moment) => {
  const facts = factsOf(moment);
  return {
    ...facts,
    placement: moment.placement,
    status: moment.order.status,
    currency: moment.order.currency,
    declined: moment.visitor.declined ?? [],
    inOrder: facts.products,
  };
};

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
      name: 'one feature of N rules, asking all that ours asks',
      asksAll: true,
      write: ({ rules }) =>
        JSON.stringify({
          features: {
            offer: {
              defaultValue: null,
              rules: rules.map((rule) => ({ condition: fullConditionOf(rule), force: rule.offer })),
            },
          },
        }),
      open(text) {
        const client = open(text);
        return (moment) => ({ offer: client.evalFeature('offer', { attributes: fullFactsOf(moment) }).value });
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
