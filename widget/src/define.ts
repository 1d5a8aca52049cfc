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

/** Starts the page's requests, then defines the elements; a second call changes nothing. */
export function start(factory: GlueFactory, options: Options): Page {
  const known = currentPage();
  if (known) return known;
  const page = new Page(factory, options);
  setPage(page);
  const elements = { bump: AftermintBump, bundle: AftermintBundle, offer: AftermintOffer };
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(`aftermint-${name}`)) customElements.define(`aftermint-${name}`, element);
  }
  return page;
}
