/** @file Decisions as people read them in a terminal, in the words of the native program. */
import type { Barrier } from '../codes.gen.js';
import { barrierMeanings, pathMeanings, reasonMeanings, relationMeanings } from '../meanings.gen.js';
import type { Candidate, Decision, Explanation, Item, Offered } from '../types.js';
import type { OpenBook } from './books.js';
import { moneyText, percentText } from './money.js';
import { visibleLine } from './visibleText.js';

type Money = (amount: number) => string;

const moneyOf = ({ facts }: OpenBook): Money => {
  return (amount) => moneyText(amount, facts.currency, facts.locale);
};

function itemName(book: OpenBook, { product: id, variant, quantity }: Item): string {
  const product = book.products.get(id);
  let name = product?.title ?? id;
  if (product && variant) name += `, ${product.variants?.find((each) => each.id === variant)?.title ?? variant}`;
  name = visibleLine(name);
  return quantity === 1 ? name : `${quantity} × ${name}`;
}

/** A time without a fraction that is zero. */
const shortTime = (time: string) => time.replace('.000Z', 'Z');

function offerText(book: OpenBook, decision: Offered): string {
  const money = moneyOf(book);
  const { price, replaces, trigger, relation, path, expected, until } = decision;
  const items = decision.items.map((item) => itemName(book, item)).join(' + ');
  const prior = price.prior === undefined ? '' : ` (was ${money(price.prior)})`;
  const title = visibleLine(`${book.products.get(trigger)?.title ?? trigger} (${trigger})`);
  return [
    `Offer ${decision.offer} at ${decision.placement}: ${items} for ${money(price.amount)}${replaces ? ' more' : ''}${prior}.`,
    `  tie       ${relation} of ${title}: ${relationMeanings[relation]}`,
    ...(replaces ? [`  replaces  ${replaces.product}; the whole order comes to ${money(price.total ?? 0)}`] : []),
    `  path      ${path}: ${pathMeanings[path]}`,
    `  expected  ${percentText(expected.takeBps)} take it, ${money(expected.value)} earned each time it is shown`,
    ...(until ? [`  until     ${shortTime(until)}`] : []),
    '',
  ].join('\n');
}

function barrierText(reason: Barrier, said: string | undefined): string {
  return `  one click not possible: ${reason}, ${barrierMeanings[reason]}${said ? ` (“${visibleLine(said)}”)` : ''}\n`;
}

/** What was decided and, with an offer, why it. */
export function summary(book: OpenBook, decision: Decision): string {
  let out = '';
  if (decision.offer === null) {
    out = `No offer at ${decision.placement}: ${decision.reason}, ${reasonMeanings[decision.reason]}.\n`;
    if (decision.withheld) out += `  withheld  ${decision.withheld}\n`;
  } else {
    out = offerText(book, decision);
  }
  if (decision.oneClick) out += barrierText(decision.oneClick.reason, decision.oneClick.said);
  for (const { arm, experiment } of decision.arms) out += `  arm       ${arm} of ${experiment}\n`;
  const { assignment } = decision;
  if (assignment) {
    const visitor = assignment.holdout ? 'is in the holdout' : 'may see offers';
    out += `  measured  ${assignment.offer}, as a visitor who ${visitor}; the order's value before is ${moneyOf(book)(assignment.before)}\n`;
    for (const { arm, experiment } of assignment.arms) out += `  measured  arm ${arm} of ${experiment}\n`;
  }
  if (decision.preview) out += '  preview   not measured, and cannot be bought\n';
  return out;
}

/** Why a candidate was refused, in numbers. */
function countsText({ verdict, reason, price, band, had, wanted }: Candidate, money: Money): string {
  if (verdict === 'refused' && reason === 'price_band') {
    return `: ${money(price)} is not within ${money(band?.min ?? 0)} to ${money(band?.max ?? 0)}`;
  }
  if (reason === 'frequency') return `: ${had ?? 0} times, and the cap is ${wanted ?? 0}`;
  return wanted ? `: ${wanted} needed, ${had} available` : '';
}

function candidateText(judged: Candidate, money: Money): string {
  const { rank, offer, verdict, reason, relation, trigger, price, expected, priority, unmet, arms } = judged;
  let out = `  ${rank}. ${offer} — ${verdict}`;
  // The chosen one has no reason; the summary shows its tie.
  if (verdict !== 'chosen') out += ` (${reason}): ${reasonMeanings[reason]}`;
  out += countsText(judged, money);
  out += `\n     ${relation} of ${trigger}; ${money(price)}; ${percentText(expected.takeBps)} take it, ${money(expected.value)} earned each time; priority ${priority}\n`;
  for (const { pointer, wanted, got } of unmet ?? []) {
    out += `     ${visibleLine(`${pointer} must be ${JSON.stringify(wanted)}, but is ${JSON.stringify(got)}`)}\n`;
  }
  for (const { arm, experiment } of arms) out += `     arm ${arm} of ${experiment}\n`;
  return out;
}

/** How each candidate was judged. `moment` is the JSON that was decided for. */
export function explanation(book: OpenBook, { candidates }: Explanation, moment: string): string {
  if (candidates.length === 0) return 'There were no candidates.\n';
  const money = moneyOf(book);
  const head = `Order value for the price band: ${money(book.basis(moment))} (goods net of tax, without shipping and items from offers).\nCandidates, best first:\n`;
  return head + candidates.map((judged) => candidateText(judged, money)).join('');
}
