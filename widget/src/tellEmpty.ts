/** @file Tells a page why its elements stay empty where they are never defined. */
import type { PageReason } from '../../web/src/codes.gen.js';

/** Fires `aftermint-empty` at each element of ours, once the page is parsed. */
export function tellEmpty(reason: PageReason): void {
  const tell = () => {
    for (const element of document.querySelectorAll('aftermint-bump,aftermint-bundle,aftermint-offer')) {
      element.dispatchEvent(new CustomEvent('aftermint-empty', { bubbles: true, composed: true, detail: { reason } }));
    }
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', tell);
  else tell();
}
