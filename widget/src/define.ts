import { AftermintBump } from './bump.js';
import { AftermintBundle } from './bundle.js';
import { AftermintOffer } from './offer.js';
import type { Options } from './options.js';
import { Page, setPage, currentPage } from './page.js';
import type { GlueFactory } from '../../web/src/loadCore.js';

declare global {
  interface HTMLElementTagNameMap {
    'aftermint-bump': AftermintBump;
    'aftermint-bundle': AftermintBundle;
    'aftermint-offer': AftermintOffer;
  }
}

/** Sends the page's requests; the page that is there stands, whatever a second call asks. */
export function openPage(factory: GlueFactory, options: Options): Page {
  const page = currentPage() ?? new Page(factory, options);
  setPage(page);
  return page;
}

/** Has the page hear of the browser, and defines the elements; once is enough. */
export function define(page: Page): void {
  page.listen();
  const elements = { bump: AftermintBump, bundle: AftermintBundle, offer: AftermintOffer };
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(`aftermint-${name}`)) customElements.define(`aftermint-${name}`, element);
  }
}
