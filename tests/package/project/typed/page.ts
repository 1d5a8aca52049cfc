// A page's own script in TypeScript: what the type declarations allow, and what they reject.
import { type AftermintBump, type AftermintOffer, configure, type Order, version } from 'aftermint';
import 'aftermint/aftermint.css';
import { type Ga4Event, toDataLayer } from 'aftermint/datalayer';

const order: Order = { currency: 'GBP', lines: [{ product: 'knife-set', quantity: 1, price: 12000 }] };

const handle = configure({ book: '/book.json', beacon: '/events', messages: { pt: { undo: 'Desfazer' } } });
handle.consent(true);
export const text: string = version;
// @ts-expect-error `book` is required
configure({ beacon: '/events' });
// @ts-expect-error pages cannot change the label of the decline button, so that it cannot shame
configure({ book: '/book.json', messages: { en: { no: 'No, I like paying more' } } });

const bump: AftermintBump | null = document.querySelector('aftermint-bump');
const offer: AftermintOffer = document.createElement('aftermint-offer');

if (bump) {
  bump.order = order;
  bump.order = null;
  bump.order = JSON.stringify(order);
  bump.visitorAttributes = { country: 'GB' };
  const read: Order | null = bump.order;
  console.log(read?.lines.length, bump.checked, bump.offer?.price.amount);
  void bump.settled.then(() => bump.offer?.items.length);
  // @ts-expect-error an attribute only
  bump.name = 'bump';
  // @ts-expect-error only the shopper ticks it
  bump.checked = true;
  // @ts-expect-error an order has a currency and lines
  bump.order = { id: '1001' };
  // @ts-expect-error private
  bump._untick();
  // @ts-expect-error only our page object calls it
  bump.wake();
}

offer.ticket = 'a.b.c';
offer.oneClick = { allowed: true, until: '2026-11-25T12:00:00Z', currency: 'GBP' };
if (offer.state === 'price_changed') console.log('it costs something else now');
// @ts-expect-error there is no such state
if (offer.state === 'sold') console.log('never');
// @ts-expect-error it is a boolean, not a number
offer.oneClick = { allowed: 3 };

const stop: () => void = toDataLayer({ layer: 'gtmEvents' });
stop();
// @ts-expect-error the data layer is passed by name
toDataLayer({ layer: [] });
export const kinds: Ga4Event['event'][] = ['view_promotion', 'purchase'];
// @ts-expect-error GA4 has no such event
export const others: Ga4Event['event'][] = ['impression'];

document.addEventListener('aftermint-seen', ({ detail }) => console.log(detail.placement === 'product_page'));
document.addEventListener('aftermint-shown', ({ detail: { offer: id, price, items, replaces } }) => {
  const paid: string = `${id} ${price.amount / 100} ${price.currency}`;
  console.log(paid, items[0]?.product, replaces?.quantity);
});
bump?.addEventListener('aftermint-change', (event) => {
  const ticked: boolean = event.detail.checked;
  console.log(event.detail.total.toFixed());
  console.log(ticked, event.detail.offer);
  // @ts-expect-error the event has no amount
  console.log(event.detail.amount);
});
window.addEventListener('aftermint-empty', ({ detail }) => console.log(detail.reason));
offer.addEventListener('aftermint-accepted', ({ detail }) => {
  if (!detail.again) console.log(detail.order.total, detail.price.amount);
});
offer.addEventListener('aftermint-undone', ({ detail }) => {
  // @ts-expect-error an undo replaces nothing
  console.log(detail.replaces);
});
offer.addEventListener('aftermint-declined', ({ detail }) => {
  const id: string = detail.offer;
  // @ts-expect-error the id of an offer is a string
  const number: number = detail.offer;
  console.log(id, number);
});
offer.addEventListener('aftermint-state', ({ detail }) => console.log(detail.state === 'left'));
