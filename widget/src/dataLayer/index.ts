import { listen } from './listen.js';

export type { Ga4Event, Ga4Item, Ga4Promotion } from './ga4.js';

/** Where the events go. */
export interface DataLayerOptions {
  /** Name of the data layer, as Google Tag Manager calls it. @defaultValue `dataLayer` */
  layer?: string | undefined;
}

/** As long as one tab may need to hear of what another stored. */
const kSettleMs = 2000;

/**
 * Pushes what the elements of this page tell into its data layer, as GA4 e-commerce events. Call it once, in a browser,
 * before the elements are set up; a second call, or a script that does the same, changes nothing.
 *
 * @return stops it.
 */
export function toDataLayer({ layer = 'dataLayer' }: DataLayerOptions = {}): () => void {
  const word = 'aftermint-datalayer';
  if (!dispatchEvent(new Event(word, { cancelable: true }))) return () => undefined;
  const answer = (event: Event) => event.preventDefault(); // to a second one: there is one already
  addEventListener(word, answer);
  const stop = listen({ host: window, push: (event) => push(layer, { ecommerce: null }, event), revisited, once });
  return () => {
    removeEventListener(word, answer);
    stop();
  };
}

/** GA4 asks for the first entry: the tag manager would mix an event with what the one before it said. */
function push(layer: string, ...entries: object[]): void {
  try {
    const host = window as unknown as Record<string, object[] | undefined>;
    host[layer] ??= [];
    for (const entry of entries) host[layer].push(entry);
  } catch {
    // frozen, or something else by that name: it is the page's
  }
}

/** A page that moved on by script since it was loaded is another one. */
function revisited(): boolean {
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return !!loaded && /^(reload|back_forward)$/.test(loaded.type) && loaded.name === location.href.replace(/#.*/, '');
}

/** Two tabs whose answers arrive together do not know of each other yet: the lock is held until they do. */
function once(name: string, about: string, work: () => void): void {
  const alone = async (lock: Lock | null) => {
    if (!lock) return;
    work();
    await new Promise((done) => setTimeout(done, kSettleMs));
  };
  if (navigator.locks) navigator.locks.request(`${name}/${about}`, { ifAvailable: true }, alone).catch(work);
  else work();
}
