/** @file Defines the custom elements. */
import { AftermintBump } from './bump.js';
import { AftermintBundle } from './bundle.js';
import { listenToBrowser } from './listenToBrowser.js';
import { AftermintOffer } from './offer.js';
import type { Page } from './page.js';

declare global {
  interface HTMLElementTagNameMap {
    'aftermint-bump': AftermintBump;
    'aftermint-bundle': AftermintBundle;
    'aftermint-offer': AftermintOffer;
  }
}

/** Adds the page's event listeners and defines the elements. Repeated calls have no effect. */
export function define(page: Page): void {
  // Without shadow roots the constructors would throw into the page.
  if (!('attachShadow' in Element.prototype) || customElements.get('aftermint-bump')) return;
  listenToBrowser(page);
  // Elements that are there already may have been there from the navigation on, unless a router has drawn another page.
  page.parsedAt = history.state ? undefined : 0;
  customElements.define('aftermint-bump', AftermintBump);
  customElements.define('aftermint-bundle', AftermintBundle);
  customElements.define('aftermint-offer', AftermintOffer);
  page.parsedAt = undefined;
}
