/** @file Pushes the elements' events into the page's data layer. */
import { listen } from './listen.js';

export type { Ga4Event, Ga4Item, Ga4Promotion } from './ga4.js';

/** Where the events go. */
export interface DataLayerOptions {
  /** The name of the data layer, as Google Tag Manager calls it. @defaultValue `dataLayer` */
  layer?: string | undefined;
}

/** How long one tab may need to see what another has stored. */
const kSettleMs = 2000;

/**
 * Pushes what happens in the elements of this page into its data layer, as GA4 e-commerce events. Call it once, in a
 * browser, before the elements are set up. A second call, or the script `aftermint-datalayer.js`, then has no effect.
 *
 * @return a function that stops it.
 */
export function toDataLayer({ layer = 'dataLayer' }: DataLayerOptions = {}): () => void {
  const type = 'aftermint-datalayer';
  if (!dispatchEvent(new Event(type, { cancelable: true }))) return () => undefined;
  const refuse = (event: Event) => event.preventDefault(); // tells a second one that there is one already
  addEventListener(type, refuse);
  const stop = listen({ host: window, push: (event) => push(layer, { ecommerce: null }, event), revisited, once });
  return () => {
    removeEventListener(type, refuse);
    stop();
  };
}

/** GA4 asks to clear `ecommerce` before each event: the tag manager would merge it with the previous one. */
function push(layer: string, ...entries: object[]): void {
  try {
    const host = window as unknown as Record<string, object[] | undefined>;
    host[layer] ??= [];
    for (const entry of entries) host[layer].push(entry);
  } catch {
    // The page's own object of that name is frozen or no array.
  }
}

/** Whether this page was visited before: it was reloaded or reached by back or forward, and its URL has not changed. */
function revisited(): boolean {
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return !!loaded && /^(reload|back_forward)$/.test(loaded.type) && loaded.name === location.href.replace(/#.*/, '');
}

/** Runs `work` in one tab only. The lock is held until other tabs can see what this one has stored. */
function once(name: string, about: string, work: () => void): void {
  const run = async (lock: Lock | null) => {
    if (!lock) return;
    work();
    await new Promise((resolve) => setTimeout(resolve, kSettleMs));
  };
  if (navigator.locks) navigator.locks.request(`${name}/${about}`, { ifAvailable: true }, run).catch(work);
  else work();
}
