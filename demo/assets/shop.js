// What the shop's own pages add to Aftermint's events. Every page works without this file.

const locale = document.documentElement.lang || undefined;
// How many digits of the shop's currency stand behind the point: the server's table knows, `Intl` may think otherwise.
const digits = Number(document.currentScript.dataset.digits);

function money(amount, currency) {
  const style = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, style).format(amount / 10 ** digits);
}

function element(tag, className, text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

// If Aftermint's script does not come, nothing will be shown in the room of its elements. After payment and on a product's
// page that room goes; at checkout the promises stand in it.
function giveRoomBack() {
  for (const each of document.querySelectorAll('aftermint-offer:not(:defined), aftermint-bundle:not(:defined)')) {
    each.setAttribute('state', 'empty');
  }
}
addEventListener('load', () => {
  if (!window.aftermint) giveRoomBack(); // the script is blocked, missing or broken
});
setTimeout(giveRoomBack, 10_000); // it hangs, or could not define the elements

// Checkout: the total follows the tick. Only text changes; every box keeps its place and size.
const pay = document.querySelector('form.pay');
if (pay) {
  const base = Number(pay.dataset.minor);
  const currency = pay.dataset.currency;
  const extra = document.querySelector('[data-extra]');
  const extraPrice = document.querySelector('[data-extra-price]');
  const announce = document.querySelector('[data-announce]');

  const show = (added) => {
    const total = money(base + added, currency);
    for (const place of document.querySelectorAll('[data-total]')) place.textContent = total;
    extra.classList.toggle('off', added === 0);
    if (added > 0) extraPrice.textContent = money(added, currency);
    return total;
  };

  const room = pay.querySelector('.bump-room');
  // Where everything was cached, the offer stands before this script runs.
  if (room.querySelector('aftermint-bump').shadowRoot?.querySelector('section')) room.classList.add('offered');
  pay.addEventListener('aftermint-shown', () => room.classList.add('offered'));
  pay.addEventListener('aftermint-empty', () => room.classList.remove('offered'));
  pay.addEventListener('aftermint-change', ({ detail }) => {
    const counts = detail.checked && detail.price && detail.price.currency === currency;
    announce.textContent = `${pay.dataset.totalNow} ${show(counts ? detail.price.amount : 0)}.`;
  });
}

// Checkout: the fields the server found fault with are marked, and the list of faults takes the focus.
const errors = document.querySelector('[data-errors]');
if (errors) {
  for (const link of errors.querySelectorAll('[data-field]')) {
    const field = document.getElementById(link.dataset.field);
    if (field && 'value' in field) field.setAttribute('aria-invalid', 'true');
  }
  errors.focus();
}

// Thank-you page: an accepted or undone offer changes the order; the event brings the order as it now stands.
const order = document.querySelector('[data-order]');
if (order) {
  const list = order.querySelector('[data-lines]');
  const titles = new Map(
    [...list.children].map((item) => [item.dataset.product, item.querySelector('.line-title').textContent]),
  );

  // A product that the order had before has its picture in the list; what was added has the one of its offer.
  const pictures = new Map([...list.children].map((item) => [item.dataset.product, item.firstElementChild]));
  let offered = '';
  document.addEventListener('aftermint-shown', ({ target }) => {
    offered = target.shadowRoot?.querySelector('img')?.src ?? '';
  });

  const picture = (line) => {
    const known = pictures.get(line.product);
    if (known) return known.cloneNode(true);
    if (!offered) {
      const tile = element('span', 'tile', (line.title ?? line.product).charAt(0).toUpperCase());
      tile.ariaHidden = 'true';
      return tile;
    }
    const image = document.createElement('img');
    image.src = offered;
    image.alt = '';
    image.width = image.height = 72;
    return image;
  };

  const row = (line, currency) => {
    const item = document.createElement('li');
    item.dataset.product = line.product;
    const text = element('span', 'line-text');
    const detail = element('span', 'line-detail');
    detail.append(element('span', 'variant', line.variantTitle ?? ''), ` ${order.dataset.quantity} ${line.quantity}`);
    text.append(element('span', 'line-title', line.title ?? line.product), ' ', detail);
    const tag = line.replaces
      ? `${order.dataset.inPlaceOf} ${titles.get(line.replaces) ?? line.replaces}`
      : order.dataset.added;
    if (line.offer) text.append(' ', element('span', 'tag', tag));
    item.append(picture(line), text, element('span', 'line-price', money(line.price * line.quantity, currency)));
    return item;
  };

  const redraw = ({ detail }) => {
    const changed = detail?.order;
    if (!changed || !Array.isArray(changed.lines)) return;
    list.replaceChildren(...changed.lines.map((line) => row(line, changed.currency)));
    order.querySelector('[data-order-total]').textContent = money(changed.total, changed.currency);
  };
  document.addEventListener('aftermint-accepted', redraw);
  document.addEventListener('aftermint-undone', redraw);
}
