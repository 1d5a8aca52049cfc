/** Checks a view with docs/craft.md, "The offer page": what it must and must not contain, and in which order. */
import type { Offered, View } from '../../../web/src/types.js';
import { copyRead, keyFor, localeRead, titleIn } from './copy.js';
import { takenArms } from './judge.js';
import { listPrice } from './money.js';
import type { Objector, Rule } from './rules.js';
import type { Copy, Offer, World } from './world.js';

type Element = Extract<View, { tag: string }>;
interface Placed {
  element: Element;
  parent: Element | undefined;
  part: string;
}

const isElement = (node: View): node is Element => typeof node === 'object' && 'tag' in node;

/** The elements in document order. */
function elementsOf(root: Element, parent?: Element): Placed[] {
  const below = (root.children ?? []).filter(isElement).flatMap((child) => elementsOf(child, root));
  return [{ element: root, parent, part: root.attrs?.part ?? '' }, ...below];
}

/** Invisible isolates around values inserted into right-to-left text (UAX #9). */
const kIsolates = /[\u2068\u2069]/g;

/** Amounts, including struck ones, that are inside text without isolates around them. */
function nakedAmounts(node: View): View[] {
  if (!isElement(node)) return [];
  const { children = [] } = node;
  return children.flatMap((child, index) => {
    const isAmount = typeof child === 'object' && ('money' in child || child.tag === 's');
    if (!isAmount) return nakedAmounts(child);
    const [before, after] = [children[index - 1], children[index + 1]];
    const isolated = typeof before === 'string' && before.endsWith('\u2068') && `${after}`.startsWith('\u2069');
    return isolated ? [] : [child];
  });
}

/** The text of an element, with amounts as ⟦minor units⟧. */
function textOf(node: View): string {
  if (typeof node === 'string') return node.replace(kIsolates, '');
  if (isElement(node)) return (node.children ?? []).map(textOf).join('');
  return `⟦${node.money.amount}⟧`;
}

/** The amounts in an element, except for the prior price. */
function amountsOf(node: View): number[] {
  if (typeof node === 'string') return [];
  if (!isElement(node)) return [node.money.amount];
  return node.attrs?.part === 'prior' ? [] : (node.children ?? []).flatMap(amountsOf);
}

/** Our own accept labels that do not name the product. */
const kAdds = ['Add to basket', 'In den Warenkorb', 'Ajouter au panier', 'إضافة إلى السلة'];
/** Our own decline labels, which are neutral in every language. */
const kDeclines = ['No thank you', 'Nein danke', 'Non merci', 'لا، شكرًا'];
const kRightToLeft = ['ar', 'fa', 'he', 'ur'];

/** Allowed elements and attributes. None runs code or styles anything; only pictures and links have a URL. */
const kMarkup: Record<string, string[]> = {
  section: ['part', 'aria-label', 'lang', 'dir'],
  div: ['part'],
  h2: ['part'],
  p: ['part', 'id'],
  span: ['part', 'lang', 'dir'],
  label: ['part'],
  s: [],
  input: ['part', 'type', 'aria-describedby'],
  img: ['part', 'src', 'alt', 'width', 'height', 'lang', 'dir'],
  button: ['part', 'type', 'aria-describedby'],
  a: ['part', 'href', 'aria-describedby'],
};
/** The allowed parts. None is for a countdown or for scarcity. */
const kParts =
  'bump offer bundle choice tick label headline benefit incentive piece image item price prior terms consent agree acknowledge actions accept decline'.split(
    ' ',
  );

/** A decision and its view, with helpers for the checks below. */
class Page {
  readonly elements: Placed[];
  readonly copy: Copy;
  constructor(
    readonly world: World,
    readonly decision: Offered,
    readonly offer: Offer,
    readonly root: Element,
    readonly object: Objector,
  ) {
    this.elements = elementsOf(root);
    this.copy = copyRead(world, offer) ?? { headline: '', benefit: '' };
  }
  all(part: string): Element[] {
    return this.elements.filter((placed) => placed.part === part).map(({ element }) => element);
  }
  text(part: string): string | undefined {
    const [first] = this.all(part);
    return first && textOf(first);
  }
  /** Whether the element with this id describes all controls with this part. */
  describes(id: string, control: string): boolean {
    return this.all(control).every(({ attrs }) => `${attrs?.['aria-describedby']}`.split(' ').includes(id));
  }
  /** The index of a part in document order; infinity if it is missing. */
  at(part: string): number {
    const index = this.elements.findIndex((placed) => placed.part === part);
    return index < 0 ? Infinity : index;
  }
  same(rule: Rule, got: unknown, want: unknown): void {
    this.object(rule, got === want, () => `${JSON.stringify(got)}, not ${JSON.stringify(want)}`);
  }
  get locale(): string {
    return localeRead(this.world, this.offer) ?? '';
  }
  get afterPayment(): boolean {
    return this.root.attrs?.part === 'offer';
  }
  title(product: string, variant = ''): string {
    const found = this.world.products.get(product);
    const of = found?.variants?.find(({ id }) => id === variant);
    return [found, of].flatMap((part) => (part === undefined ? [] : titleIn(part, this.locale))).join(', ');
  }
  /** The offered pieces as text, with titles and quantities. */
  get goods(): string {
    return this.decision.items
      .map(({ product, variant, quantity }) => `${quantity > 1 ? `${quantity} × ` : ''}${this.title(product, variant)}`)
      .join(' + ');
  }
  filled(text: string): string {
    return text.replaceAll(/\{(trigger|item|price)\}/g, (_, name: string) =>
      name === 'price'
        ? `⟦${this.decision.price.amount}⟧`
        : name === 'item'
          ? this.goods
          : this.title(this.decision.trigger),
    );
  }
}

function checkMarkup({ elements, world, offer, decision, object }: Page): void {
  const pictures = decision.items.map(({ product }) => world.products.get(product)?.image);
  for (const { element, part } of elements) {
    const allowed = kMarkup[element.tag];
    object('text_only', allowed !== undefined, () => `an element ${element.tag}`);
    for (const [name, value] of Object.entries(element.attrs ?? {})) {
      object('text_only', allowed?.includes(name) ?? false, () => `${element.tag} ${name}=${value}`);
      if (name === 'href') object('text_only', value === offer.link, () => `a link to ${value}`);
      if (name === 'src') object('text_only', pictures.includes(value), () => `a picture from ${value}`);
      if (element.tag === 'input' && name === 'type') object('text_only', value === 'checkbox', () => `input ${value}`);
    }
    object('no_false_urgency', part === '' || kParts.includes(part), () => `a part ${part}`);
    if (element.tag === 'input') {
      object(
        'pre_ticked',
        !Object.keys(element.attrs ?? {}).some((name) => /check|select|value/.test(name)),
        () => part,
      );
    }
  }
}

/** One offer has one control to accept it, of the kind that its path needs. */
function checkAccept(page: Page): void {
  const { decision, offer, copy, root, object } = page;
  const roots = {
    checkout: 'bump',
    product_page: 'bundle',
    post_purchase: 'offer',
    thank_you: 'offer',
    email: 'offer',
  };
  page.same('one_offer', root.attrs?.part, roots[decision.placement]);
  const controls = [...page.all('accept'), ...page.all('tick')];
  page.same('one_offer', controls.length, 1);
  const accept = controls[0];
  if (accept === undefined) return;
  const wanted = decision.placement === 'checkout' ? 'input' : decision.path === 'link' ? 'a' : 'button';
  page.same('frictionless', accept.tag, wanted);
  if (wanted === 'a') page.same('frictionless', accept.attrs?.href, offer.link);
  const label = page.text(wanted === 'input' ? 'label' : 'accept') ?? '';
  if (decision.path === 'one_click') {
    // A button that charges always has our own words and the amount; it ignores the copy.
    object('accept_words', amountsOf(accept).includes(decision.price.amount), () => label);
    object('accept_words', label.replaceAll(/⟦\d+⟧/g, '').length <= 20, () => label);
    return;
  }
  const own = decision.path === 'link' ? (copy.linkAccept ?? copy.accept) : copy.accept;
  if (own !== undefined) page.same('accept_words', label, page.filled(own));
  else object('accept_words', kAdds.includes(label) || label.includes(page.goods), () => label);
}

/** Decline has our own label and is a button next to accept. Mails, bumps and product pages need no decline. */
function checkDecline(page: Page): void {
  const { decision, elements, object } = page;
  const declines = elements.filter(({ part }) => part === 'decline');
  const wanted = decision.placement === 'post_purchase' || decision.placement === 'thank_you' ? 1 : 0;
  page.same('decline_neutral', declines.length, wanted);
  for (const { element, parent } of declines) {
    const words = textOf(element);
    object('decline_neutral', kDeclines.includes(words), () => `the decline label is “${words}”`);
    object('decline_neutral', element.tag === 'button', () => `decline is a ${element.tag}`);
    const beside = elements.find(({ part }) => part === 'accept')?.parent;
    object(
      'decline_neutral',
      parent === beside && parent?.attrs?.part === 'actions',
      () => 'decline is not next to accept',
    );
  }
}

/** The full price is in the offer's text, before the control that accepts it. */
function checkPrice(page: Page): void {
  const { world, decision, object } = page;
  const [price] = page.all('price');
  page.same('price_upfront', page.all('price').length, 1);
  if (price === undefined) return;
  const control = page.root.attrs?.part === 'bump' ? 'tick' : 'accept';
  object('price_upfront', page.at('price') < page.at(control), () => `the price comes after ${control}`);
  object('price_upfront', price.tag === 'p', () => `the price is in a ${price.tag}`);
  page.same('price_upfront', price.attrs?.id, 'price');
  object(
    'price_upfront',
    page.describes('price', control),
    () => `the description of ${control} does not contain the price`,
  );
  const amounts = amountsOf(price);
  page.same('price_upfront', amounts[0], decision.price.amount);
  const list = Number(listPrice(world, decision.items));
  if (decision.replaces !== undefined) {
    page.same('upgrade_named', JSON.stringify(amounts.slice(1)), JSON.stringify([decision.price.total]));
    const replaced = page.title(decision.replaces.product, decision.replaces.variant);
    object(
      'upgrade_named',
      textOf(price).includes(replaced),
      () => `does not name the replaced product: ${textOf(price)}`,
    );
  } else if (amounts.length > 1) {
    const separate = page.root.attrs?.part === 'bundle' && list > decision.price.amount;
    object('bundle_price', separate && amounts.length === 2, () => `more amounts: ${amounts}`);
    page.same('bundle_price', amounts[1], list);
  }
  const money = JSON.stringify(price).match(/"currency":"[^"]*"/g) ?? [];
  object(
    'price_upfront',
    money.every((code) => code === `"currency":"${decision.price.currency}"`),
    () => money.join(),
  );
  const [prior] = page.all('prior');
  const struck = prior?.children?.filter(isElement).find(({ tag }) => tag === 's');
  page.same('prior_price', struck && Number(textOf(struck).slice(1, -1)), decision.price.prior);
  page.same('prior_price', page.all('prior').length, decision.price.prior === undefined ? 0 : 1);
}

/** Terms come before accept, and the consent is a separate checkbox that is not pre-ticked. */
function checkRecurring(page: Page): void {
  const { world, decision, copy, object } = page;
  const recurring = decision.items.some(({ product }) => world.products.get(product)?.recurring !== undefined);
  page.same('recurring', page.text('terms'), recurring ? page.filled(copy.terms ?? '') : undefined);
  page.same('recurring', page.all('consent').length, recurring && decision.path === 'one_click' ? 1 : 0);
  if (!recurring) return;
  object('recurring', page.at('terms') < page.at('accept'), () => 'the terms come after accept');
  page.same('recurring', page.all('terms')[0]?.attrs?.id, 'terms');
  const controls = ['accept', 'agree'].filter((part) => page.all(part).length > 0);
  for (const control of controls) {
    object(
      'recurring',
      page.describes('terms', control),
      () => `the description of ${control} does not contain the terms`,
    );
  }
  for (const consent of page.all('consent')) {
    const boxes = (consent.children ?? []).filter(isElement).filter(({ tag }) => tag === 'input');
    page.same('recurring', boxes.length, 1);
    page.same('recurring', boxes[0]?.attrs?.type, 'checkbox');
    object('recurring', page.at('terms') < page.at('consent') && page.at('consent') < page.at('accept'), () => 'order');
  }
}

function checkCopy(page: Page): void {
  const { world, decision, offer, copy, root, object } = page;
  const language = page.locale.split('-')[0] as string;
  page.same('language', root.attrs?.lang, page.locale);
  page.same('language', root.attrs?.dir, kRightToLeft.includes(language) ? 'rtl' : 'ltr');
  const naked = root.attrs?.dir === 'rtl' ? nakedAmounts(root) : [];
  object('language', naked.length === 0, () => `amounts without isolates: ${JSON.stringify(naked)}`);
  page.same('headline', page.text('headline'), page.filled(headlineOf(world, offer, copy)));
  page.same('benefit', page.text('benefit'), page.filled(copy.benefit));
  const incentive = decision.path === 'link' ? copy.incentive : undefined;
  page.same('incentive', page.text('incentive'), incentive && page.filled(incentive));
  const named = page.all('item').map(textOf);
  if (page.afterPayment) page.same('items_named', JSON.stringify(named), JSON.stringify([page.goods]));
  if (root.attrs?.part === 'bundle') page.same('items_named', named.join(' + '), page.goods);
  object('anatomy', page.at('headline') < page.at('image'), () => 'the picture comes before the headline');
  // An alternative text is in the copy's language if it is translated, else in the book's language with `lang` set.
  const titles = world.book.locale.split('-')[0];
  for (const { attrs } of page.all('image')) {
    const own = [...world.products.values()].find(
      ({ image, imageAlt }) => image === attrs?.src && imageAlt === attrs?.alt,
    );
    const translated = own === undefined;
    page.same('language', attrs?.lang, translated || titles === language ? undefined : world.book.locale);
  }
  if (!page.afterPayment) return;
  const order = page.world.moment.order.id ?? '';
  object('acknowledge', (page.text('acknowledge') ?? '').includes(order) && page.at('acknowledge') === 1, () => order);
  const parts = ['acknowledge', 'headline', 'benefit', 'price', 'accept'];
  const places = parts.map((part) => page.at(part));
  object(
    'anatomy',
    places.every((place, i) => i === 0 || place > (places[i - 1] as number)),
    () => places.join(),
  );
}

/** The headline of the visitor's arm if it has one in the language of the copy, else the offer's headline. */
function headlineOf(world: World, offer: Offer, copy: Copy): string {
  const arms = takenArms(world, offer).arms.filter(({ arm }) => Object.keys(arm.copy ?? {}).length > 0);
  const headlines = arms.at(-1)?.arm.copy ?? {};
  return headlines[keyFor(headlines, localeRead(world, offer) ?? '') ?? '']?.headline ?? copy.headline;
}

/** Reports each rule that a view breaks. */
export function checkView(world: World, decision: Offered, view: View | null, object: Objector): void {
  const offer = world.book.offers.find(({ id }) => id === decision.offer);
  object('view', view !== null && isElement(view), () => 'the offer has no view');
  if (view === null || !isElement(view) || offer === undefined) return;
  const page = new Page(world, decision, offer, view, object);
  checkMarkup(page);
  checkAccept(page);
  checkDecline(page);
  checkPrice(page);
  checkRecurring(page);
  checkCopy(page);
}
