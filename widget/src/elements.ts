// The elements of the package, each with its documentation: the manifest, the typings and the tables are made from it.
export { AftermintBump } from './bump.js';
export { AftermintBundle } from './bundle.js';
export { AftermintOffer } from './offer.js';
