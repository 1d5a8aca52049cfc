// The offer for the order of the page, from GrowthBook's SDK: its payload is asked for before the page is looked at.
import { GrowthBook } from '@growthbook/growthbook';

const parsed = () =>
  new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });

/** Calls back with the offer and the element for it, where there is an offer. */
export async function chosen(draw) {
  const client = new GrowthBook({ apiHost: location.origin, clientKey: 'sdk-bench' });
  const loaded = client.init({ timeout: 10_000 });
  await parsed();
  const room = document.getElementById('bump');
  const { lines } = JSON.parse(room.dataset.order);
  await client.setAttributes({ id: 'v-bench', products: lines.map(({ product }) => product) });
  await loaded;
  const offer = client.getFeatureValue('bump', null);
  if (offer) draw(offer, room);
}

/** For the bench: the offer is in the document now. */
export const tell = () => document.dispatchEvent(new Event('bump-shown'));
