/** @file Loads the script `aftermint.js` into the page once, as `loadStripe` does with its own. */
import type { Options } from '../../widget/src/options.js';

/** What the script gives the page: `window.aftermint`. */
export interface AftermintScript {
  readonly version: string;
  /** Sets whether anything may be stored about the visitor; for pages set up with `consent: 'required'`. */
  consent(granted: boolean): void;
}

/** The script to load, and how the page is set up. The options are those of the script tag's `data-` attributes. */
export interface LoadOptions extends Omit<Options, 'wasm' | 'integrity'> {
  /** URL of `aftermint.js`. `aftermint-page.wasm` and `aftermint-messages.json` must be next to it. */
  src: string | { toString(): string };
  /** The hash of the script, `sha384-…`, as in `dist/inventory.json`. @defaultValue not checked */
  integrity?: string | undefined;
  /** The nonce of the page's content security policy. */
  nonce?: string | undefined;
}

/** The pause before the one retry. */
const kRetryMs = 1000;

let loading: Promise<AftermintScript> | null = null;

const runningScript = () => (window as Window & { aftermint?: AftermintScript }).aftermint;

/** The tag that stands in the page. The script itself finds it by the same rule. */
function standingTag(): HTMLScriptElement | undefined {
  const tags = [...document.querySelectorAll<HTMLScriptElement>('script[src][data-book]')];
  return tags.find((tag) => /aftermint/.test(tag.src)) ?? tags[0];
}

function makeTag({ src, integrity, nonce, ...data }: LoadOptions): HTMLScriptElement {
  const tag = document.createElement('script');
  tag.async = true;
  if (nonce) tag.nonce = nonce;
  if (integrity) Object.assign(tag, { integrity, crossOrigin: 'anonymous' });
  for (const [name, value] of Object.entries(data)) if (value !== undefined) tag.dataset[name] = String(value);
  tag.src = src as string; // unchanged, because it may be a TrustedScriptURL
  return tag;
}

/** A tag with the same attributes: a browser runs each tag only once. */
function makeTagLike(tag: HTMLScriptElement): HTMLScriptElement {
  const copy = document.createElement('script');
  for (const { name, value } of tag.attributes) copy.setAttribute(name, value);
  copy.nonce = tag.nonce; // the browser hides its attribute
  return copy;
}

/** Settles when the tag has loaded its script; rejects if it cannot. */
function settled(tag: HTMLScriptElement): Promise<void> {
  return new Promise((resolve, reject) => {
    tag.addEventListener('load', () => resolve(), { once: true });
    tag.addEventListener('error', () => reject(new Error(`aftermint: ${tag.src} did not load`)), { once: true });
  });
}

/**
 * Settles as `settled` for a tag that stood in the page before. One that has failed already fires no event any more: its
 * request has ended, but no script runs.
 */
function settledBefore(tag: HTMLScriptElement): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    const check = () => {
      const entries = performance.getEntriesByName(tag.src) as PerformanceResourceTiming[];
      if (!entries.some(({ responseEnd }) => responseEnd > 0)) return;
      if (runningScript()) resolve();
      else reject(new Error(`aftermint: ${tag.src} did not load`));
    };
    if (document.readyState === 'complete') check();
    else window.addEventListener('load', check, { once: true });
  });
  return Promise.race([settled(tag), ended]);
}

async function load(options: LoadOptions | undefined): Promise<AftermintScript> {
  const standing = standingTag();
  if (standing && options && standing.dataset.book !== options.book)
    console.warn(
      `aftermint: a script tag with data-book="${standing.dataset.book}" is in the page; its options are used`,
    );
  const running = runningScript();
  if (running) return running;
  const make = () => {
    if (standing) return makeTagLike(standing);
    if (options) return makeTag(options);
    throw new Error('aftermint: no script tag with data-book is in the page; give loadAftermint `src` and `book`');
  };
  let tag = standing ?? make();
  try {
    if (!standing) document.head.append(tag);
    await (standing ? settledBefore(tag) : settled(tag));
  } catch {
    await new Promise((resolve) => setTimeout(resolve, kRetryMs));
    const again = make();
    tag.replaceWith(again);
    tag = again;
    await settled(tag).catch((error) => {
      if (options) tag.remove(); // so that the next call begins anew
      throw error;
    });
  }
  const script = runningScript();
  if (!script) throw new Error(`aftermint: ${tag.src} loaded, but it is not aftermint.js or its tag has no data-book`);
  return script;
}

/**
 * Loads the script once. Every call gives the same promise. If the page has a tag of the script already, that tag is
 * used, with its own options. A request that fails is made again once, after a second.
 *
 * @param options may be left out if a tag stands in the page.
 * @returns what the script gives the page; null on a server.
 * @throws Error if the script cannot be loaded, if another file is at `src`, or if there is neither a tag nor
 *   `options`. The next call then tries again.
 * @throws TypeError if the page demands trusted types and `src` is text. Put the tag into the page then.
 */
export function loadAftermint(options?: LoadOptions): Promise<AftermintScript | null> {
  if (typeof document === 'undefined') return Promise.resolve(null);
  loading ??= load(options).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}
