// The offer for the order on the page, from GrowthBook's SDK. The payload is requested before the page is read.
import { GrowthBook } from '@growthbook/growthbook';

const parsed = () =>
  new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });

/** Calls back with the offer and its element, if there is an offer. */
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

/** Reports to the benchmark that the offer is in the document. */
export const tell = () => document.dispatchEvent(new Event('bump-shown'));
