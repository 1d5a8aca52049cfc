// Uses the package as a Node server would, and prints the result of each function.
import { readFile } from 'node:fs/promises';
import * as byName from 'aftermint';
import { load } from 'aftermint/node';

const book = await readFile(new URL('public/book.json', import.meta.url), 'utf8');
const moment = {
  placement: 'checkout',
  time: '2026-11-23T10:00:00Z',
  locale: 'en-GB',
  order: { currency: 'GBP', lines: [{ product: 'knife-set', quantity: 1, price: 12000 }] },
  visitor: { id: 'v-1' },
  platform: {},
  page: { url: '/checkout' },
};

const engine = await byName.load({ book });
const findings = engine.check();
const decision = engine.decide(moment);
const { view } = engine.view(moment);
const { amount, currency } = decision.price;
const accept = { moment, offer: decision.offer, price: { amount, currency } };
const verdicts = [engine.verify(accept), engine.verify({ ...accept, price: { amount: 1, currency } })];
engine.close();
const refusal = await load({ book: '{}' }).catch((error) => error);
console.log(
  JSON.stringify({
    errors: findings.filter(({ severity }) => severity === 'error').length,
    offer: decision.offer,
    view: view.attrs.part,
    verdicts: verdicts.map(({ verdict }) => verdict),
    refusal: [refusal.name, refusal instanceof byName.RefusedInput],
    // For server-side rendering: the imports of a page's code exist, but do nothing here.
    page: [typeof byName.configure, typeof byName.AftermintBump],
    isSameLoad: byName.load === load,
  }),
);
