/** Deliberately wrong answers for each rule, to which the oracle must object. */
import type { Assignment, Offered, DecisionView, View } from '../../../web/src/types.js';
import type { Rule } from './rules.js';
import type { Book, LooseMoment, Offer, Product } from './world.js';

export type Element = Extract<View, { tag: string }>;

/** A pair and its answer, with the parts that most changes need. Everything may be changed. */
export interface Case {
  book: Book;
  moment: LooseMoment;
  answer: DecisionView;
  decision: Offered;
  root: Element;
  offer: Offer;
  /** The first product offered. */
  product: Product;
}

type Change = (changed: Case) => void;

const elements = (root: Element): Element[] => [
  root,
  ...(root.children ?? [])
    .filter((child): child is Element => typeof child === 'object' && 'tag' in child)
    .flatMap(elements),
];
export const partOf = ({ root }: Case, part: string) => elements(root).find(({ attrs }) => attrs?.part === part);
const part = (changed: Case, name: string) => partOf(changed, name) as Element;

/** Removes the offer from the answer. */
const withhold: Change = ({ answer, decision }) => {
  Object.assign(answer, { decision: { ...decision, offer: null, reason: 'all_refused' }, view: null });
};
const visitor = ({ moment }: Case) => {
  moment.visitor ??= { id: '' };
  return moment.visitor;
};
const before = (moment: LooseMoment, seconds: number) =>
  new Date(Date.parse(moment.time) - seconds * 1_000).toISOString();

/** The changes by rule: each makes a correct answer wrong, by changing the answer or the world. */
export const doctored: Record<Rule, Change> = {
  currency: ({ moment }) => {
    moment.order.currency = 'EUR';
  },
  order_closed: ({ moment }) => {
    moment.order.status = 'refunded';
  },
  order_not_paid: ({ moment }) => {
    moment.order.status = 'open';
  },
  order_empty: ({ moment }) => {
    moment.order.lines = [];
    delete moment.page;
  },
  window_closed: ({ moment }) => {
    moment.order.paidAt = before(moment, 7_200);
  },

  accepted: ({ moment, offer }) =>
    void moment.order.lines.push({ product: 'x', quantity: 1, price: 0, offer: offer.id }),
  condition: ({ offer }) => {
    offer.when = { 'order.currency': { $ne: 'GBP' } };
  },
  control: (changed) => {
    const elsewhere = changed.moment.placement === 'email' ? 'checkout' : 'email';
    const arms = [
      { id: 'a', weightBps: 0 },
      { id: 'b', weightBps: 10_000, placements: [elsewhere] as const },
    ];
    changed.book.experiments = [{ id: 'e', offer: changed.offer.id, variable: 'placement', arms: arms as never }];
    visitor(changed).id = 'v';
    delete changed.book.holdout;
  },
  declined: (changed) => {
    visitor(changed).declined = [changed.offer.id];
  },
  declined_before: (changed) => {
    const { moment, offer, book } = changed;
    book.policy = { ...book.policy, declineRestSeconds: 60 };
    visitor(changed).declinedBefore = [{ offer: offer.id, at: before(moment, 59) }];
  },
  finding: ({ book, offer }) => {
    book.checked = { digest: 'x', refused: [offer.id] };
  },
  frequency: (changed) => {
    changed.offer.frequencyCap = { exposures: 1, seconds: 60 };
    visitor(changed).seen = [{ offer: changed.offer.id, at: before(changed.moment, 59) }];
  },
  in_order: ({ moment, product }) => void moment.order.lines.push({ product: product.id, quantity: 1, price: 1 }),
  no_copy: ({ offer }) => {
    offer.copy = { pt: { headline: 'x', benefit: 'x' } };
  },
  no_link: ({ offer }) => void delete offer.link,
  not_approved: ({ offer }) => {
    offer.approved = false;
  },
  placement: ({ book, offer, moment }) => {
    offer.placements = [moment.placement === 'email' ? 'checkout' : 'email'];
    book.experiments = [];
  },
  price_band: ({ book }) => {
    book.policy = { ...book.policy, priceBand: { minBps: 0, maxBps: 0 } };
  },
  quantity_limit: ({ product }) => {
    product.maxPerOrder = 0;
  },
  recurring: ({ offer, product }) => {
    product.recurring = { interval: 'month' };
    for (const copy of Object.values(offer.copy)) delete copy.terms;
  },
  relevance: ({ book, offer }) => {
    for (const product of book.products) Object.assign(product, { complements: [], upgradeOf: [], bundles: [] });
    offer.for = { products: [] };
  },
  schedule: ({ offer, moment }) => {
    offer.schedule = { until: moment.time };
  },
  seller: ({ product }) => {
    product.seller = 'somebody-else';
  },
  stock: ({ product }) => {
    product.stock = 0;
    for (const variant of product.variants ?? []) variant.stock = 0;
  },
  type_placement: ({ offer, moment }) => {
    offer.type = moment.placement === 'product_page' ? 'upsell' : 'bundle';
  },

  holdout: (changed) => {
    changed.book.holdout = { shareBps: 10_000, seed: 's' };
    visitor(changed).id = 'v';
    delete changed.moment.preview;
  },
  ranking: ({ book, offer }) => void book.offers.push({ ...offer, id: 'a-better-one', margin: 1e12 }),
  reason: ({ decision }) => {
    decision.reason = 'holdout';
  },
  showable: withhold,
  withheld: ({ decision, offer }) => {
    decision.withheld = offer.id;
  },

  arms: ({ decision }) => void decision.arms.push({ experiment: 'e', arm: 'a' }),
  assignment: ({ decision }) => {
    (decision.assignment as Assignment).before += 1;
  },
  basis: ({ decision }) => {
    decision.basis += 1;
  },
  capability: ({ decision }) => {
    decision.oneClick = { possible: false, reason: 'expired', said: 'x' };
  },
  expected_value: ({ decision }) => {
    decision.expected.value += 1;
  },
  items: ({ decision }) => {
    (decision.items[0] as { quantity: number }).quantity += 1;
  },
  path: ({ decision }) => {
    decision.path = decision.path === 'link' ? 'form' : 'link';
  },
  preview: ({ decision, moment }) => {
    if (moment.preview?.length) delete decision.preview;
    else decision.preview = true;
  },
  price: ({ decision }) => {
    decision.price.amount -= 1;
  },
  prior_price: ({ decision }) => {
    decision.price.prior = decision.price.amount + 1;
  },
  trace: ({ decision }) => void decision.trace.pop(),
  type: ({ decision }) => {
    decision.type = decision.type === 'bundle' ? 'upsell' : 'bundle';
  },
  until: ({ decision, moment }) => {
    decision.until = moment.time;
  },
  upgrade: ({ decision }) => {
    decision.price.total = (decision.price.total ?? 0) + 1;
  },

  accept_words: (changed) => {
    const accept = partOf(changed, 'accept') ?? part(changed, 'label');
    accept.children = ['Yes, I love to save money!'];
  },
  acknowledge: (changed) => {
    changed.moment.order.id = 'another order';
  },
  anatomy: ({ root }) => void root.children?.reverse(),
  benefit: (changed) => {
    part(changed, 'benefit').children = ['Something else.'];
  },
  bundle_price: (changed) => void part(changed, 'price').children?.push({ money: { amount: 1, currency: 'GBP' } }),
  decline_neutral: (changed) => {
    part(changed, 'decline').children = ['No, I hate saving money'];
  },
  frictionless: (changed) => {
    part(changed, 'accept').tag = 'div';
  },
  headline: (changed) => {
    part(changed, 'headline').children = ['You might also like this'];
  },
  incentive: (changed) => {
    part(changed, 'benefit').attrs = { part: 'incentive' };
  },
  items_named: (changed) => {
    part(changed, 'item').children = ['Something'];
  },
  language: ({ root }) => void Object.assign(root.attrs ?? {}, { lang: 'xx' }),
  no_false_urgency: (changed) => {
    part(changed, 'benefit').attrs = { part: 'countdown' };
  },
  one_offer: ({ root }) => void root.children?.push({ tag: 'button', attrs: { part: 'accept' } }),
  pre_ticked: (changed) => {
    const box = partOf(changed, 'tick') ?? part(changed, 'agree');
    box.attrs = { ...box.attrs, checked: '' };
  },
  price_upfront: ({ root }) => {
    const children = root.children ?? [];
    const price = children.findIndex(
      (child) => typeof child === 'object' && 'tag' in child && child.attrs?.part === 'price',
    );
    children.push(...children.splice(price, 1));
  },
  text_only: (changed) => void Object.assign(part(changed, 'headline').attrs ?? {}, { onclick: 'x()' }),
  upgrade_named: (changed) => void part(changed, 'price').children?.splice(1),
  view: ({ answer }) => {
    answer.view = null;
  },
};

/** The answers that a rule's change is used for; all answers if the rule is not listed. */
export const applies: Partial<Record<Rule, (untouched: Case) => boolean>> = {
  order_not_paid: ({ root }) => root.attrs?.part === 'offer',
  window_closed: ({ moment }) => moment.placement === 'post_purchase',
  no_link: ({ decision }) => decision.path === 'link',
  in_order: ({ moment }) => moment.placement !== 'product_page',
  price_band: ({ decision }) => decision.price.amount > 0 && decision.type !== 'bundle',
  ranking: ({ decision, book }) => decision.expected.takeBps > 0 && (book.experiments ?? []).length === 0,
  assignment: ({ decision }) => decision.assignment !== undefined,
  trace: ({ decision }) => decision.trace.length > 0,
  upgrade: ({ decision }) => decision.replaces !== undefined,
  upgrade_named: ({ decision }) => decision.replaces !== undefined && decision.replaces.variant === undefined,
  acknowledge: ({ root }) => root.attrs?.part === 'offer',
  anatomy: ({ root }) => root.attrs?.part === 'offer',
  bundle_price: ({ decision }) => decision.replaces === undefined,
  decline_neutral: (untouched) => partOf(untouched, 'decline') !== undefined,
  frictionless: (untouched) => partOf(untouched, 'accept') !== undefined,
  items_named: (untouched) => partOf(untouched, 'item') !== undefined,
  pre_ticked: (untouched) => (partOf(untouched, 'tick') ?? partOf(untouched, 'agree')) !== undefined,
  price_upfront: ({ root }) => root.attrs?.part !== 'bump',
};
