// Finds the browser APIs, storage keys and locks that a script uses, in its text.
import { found } from './built.mjs';

/** APIs that reveal nothing about the visitor or the page. */
const acts = new Set([
  'document.createElement',
  'document.createTextNode',
  'document.addEventListener',
  'document.removeEventListener',
]);

/** APIs that reveal something about the visitor, the page or the browser, or that use the network. */
export function platformIn(text) {
  const asked = found(text, /(?<![\w$]|(?<!\.\.)\.)((?:navigator|location|document|screen|history)\??\.\w+)/g);
  const taken = [...text.matchAll(/\{(\w+):\w+\}=(navigator|location|document|screen|history)\b/g)];
  asked.push(...taken.map(([, name, place]) => `${place}.${name}`));
  const others = ['getTimezoneOffset', 'getEntriesByType', 'getEntriesByName', '[lang]'].filter((name) =>
    text.includes(name),
  );
  return [...asked.map((name) => name.replace('?', '')).filter((name) => !acts.has(name)), ...others].sort();
}

/** Our storage keys and locks. Event types, which `kinds` excludes, and files of modules have names of the same form. */
export function ownNamesIn(text, kinds) {
  const types = new Set(kinds.map((kind) => `aftermint.${kind}`));
  return found(text, /["'`](aftermint\.[\w.-]+)["'`]/g).filter((name) => !types.has(name) && !name.endsWith('.mjs'));
}

/**
 * APIs that could send data elsewhere, evaluate text, or read what the script must not read. An empty `FormData` reads
 * nothing: a bump gives its two fields to the form with it.
 */
const forbidden =
  /\b(XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|importScripts|indexedDB|cookieStore|caches|eval|innerHTML|outerHTML|insertAdjacentHTML|referrer|userAgent|cookie|postMessage|keydown|keyup|keypress|elements)\b|\bFormData\((?!\))|(?<!\bnew )\bFormData\b|document\.write|\bnew Function\b|\bimport\(|https?:\/\//g;

export const forbiddenIn = (text) => found(text, new RegExp(`(${forbidden.source})`, 'g'));
