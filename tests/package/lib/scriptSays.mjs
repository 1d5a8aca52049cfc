// What a script says it touches, read from its text.
import { found } from './built.mjs';

/** Building and listening tell nothing about a visitor or their page. */
const acts = new Set([
  'document.createElement',
  'document.createTextNode',
  'document.addEventListener',
  'document.removeEventListener',
]);

/** Places of the platform that tell something of the visitor, the page or the browser, or reach the network. */
export function platformIn(text) {
  const asked = found(text, /(?<![\w$]|(?<!\.\.)\.)((?:navigator|location|document|screen|history)\??\.\w+)/g);
  const taken = [...text.matchAll(/\{(\w+):\w+\}=(navigator|location|document|screen|history)\b/g)];
  asked.push(...taken.map(([, name, place]) => `${place}.${name}`));
  const others = ['getTimezoneOffset', 'getEntriesByType', '[lang]'].filter((name) => text.includes(name));
  return [...asked.map((name) => name.replace('?', '')).filter((name) => !acts.has(name)), ...others].sort();
}

/** Names that only ours have: keys of storage and locks. Types of events are alike and are told apart by `kinds`. */
export function ownNamesIn(text, kinds) {
  const types = new Set(kinds.map((kind) => `aftermint.${kind}`));
  return found(text, /["'`](aftermint\.[\w.-]+)["'`]/g).filter((name) => !types.has(name));
}

/** Doors to elsewhere, to code made from text and to what is nobody's business. */
const forbidden =
  /\b(XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|importScripts|indexedDB|cookieStore|caches|eval|innerHTML|outerHTML|insertAdjacentHTML|referrer|userAgent|cookie|postMessage|keydown|keyup|keypress|elements|FormData)\b|document\.write|\bnew Function\b|\bimport\(|https?:\/\//g;

export const forbiddenIn = (text) => found(text, new RegExp(`(${forbidden.source})`, 'g'));
