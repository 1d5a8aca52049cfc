/**
 * @file Says in the console why an element shows nothing or what it shows. The script loads it with `data-debug`; a page
 * with a bundler imports `aftermint/debug`.
 *
 * The script also loads it as `#quiet` where its tag has no book: it then logs nothing, and only tells the elements.
 */
import { pageReasonHints, pageReasonMeanings, reasonHints, reasonMeanings } from '../../web/src/meanings.gen.js';
import type { Trace } from '../../web/src/types.js';
import type { NoOffer, ShownOffer } from './elementEvents.js';
import { tellEmpty } from './tellEmpty.js';

const meanings: Record<string, string> = { ...reasonMeanings, ...pageReasonMeanings };
const hints: Record<string, string> = { ...reasonHints, ...pageReasonHints };
const kGuide = 'https://github.com/aftermint/aftermint/blob/main/docs/why-nothing.md';

const nameOf = (event: Event) => `<${(event.target as Element | null)?.localName ?? 'page'}>`;

/** A candidate on a line, with what its reason means and what to do. */
const lineOf = ({ offer, verdict, reason }: Trace) =>
  `${offer}: ${verdict} (${reason}), ${meanings[reason]}. ${hints[reason]}`;

function logEmpty(event: CustomEvent<NoOffer>): void {
  const { reason, trace } = event.detail;
  const [code = ''] = reason.split(' ');
  console.groupCollapsed(`Aftermint ${nameOf(event)} shows nothing: ${reason}`);
  console.info(meanings[code] ?? 'a code without a text');
  console.info(hints[code] ?? `See ${kGuide}`);
  for (const candidate of trace ?? []) console.info(lineOf(candidate));
  console.groupEnd();
}

function logShown(event: CustomEvent<ShownOffer>): void {
  const { offer, placement, price } = event.detail;
  console.groupCollapsed(`Aftermint ${nameOf(event)} shows ${offer} at ${placement}`);
  console.info(`${price.amount} ${price.currency} in minor units`);
  console.groupEnd();
}

if (!import.meta.url.endsWith('#quiet')) {
  addEventListener('aftermint-empty', (event) => logEmpty(event as CustomEvent<NoOffer>));
  addEventListener('aftermint-shown', (event) => logShown(event as CustomEvent<ShownOffer>));
}

// With a book, or with `configure`, the elements themselves say what they show.
const tags = [...document.querySelectorAll<HTMLScriptElement>('script[src*=aftermint]')];
const isOwn = ({ src }: HTMLScriptElement) => /aftermint\.js(\?|$)/.test(src);
if (tags.some(isOwn) && !document.querySelector('script[data-book]')) tellEmpty('script_without_book');
