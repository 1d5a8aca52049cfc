/** @file Exports the elements. Their documentation is the source of the manifest, the typings and the tables. */
export { AftermintBump } from './bump.js';
export { AftermintBundle } from './bundle.js';
export { AftermintOffer } from './offer.js';
