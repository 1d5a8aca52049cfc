/** @file Makes a part of the page equal to a newer one, and keeps every element that may stay: so focus, selection,
 * scroll position and open details stay as well. */

/** What the script itself has added: the new page does not have it. */
const kOurs = 'data-folded';

function syncAttributes(old: Element, now: Element): void {
  for (const { name } of [...old.attributes]) {
    const isReaders = name === 'open' && old.localName === 'details';
    if (!now.hasAttribute(name) && name !== kOurs && !isReaders) old.removeAttribute(name);
  }
  for (const { name, value } of now.attributes) {
    if (name === 'open' && old.localName === 'details') continue;
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

/** Whether both nodes show the same part of the page. */
function areAlike(old: Node, now: Node): boolean {
  if (old.nodeName !== now.nodeName) return false;
  return !(old instanceof Element && now instanceof Element) || old.id === now.id;
}

/** Changes `old` until it equals `now`; drawings (`.plot`) are left alone. */
export function sync(old: Element, now: Element): void {
  syncAttributes(old, now);
  if (old.classList.contains('plot')) return;
  const olds = new Map([...old.children].filter(({ id }) => id).map((child) => [child.id, child]));
  let next: ChildNode | null = old.firstChild;
  for (const wanted of [...now.childNodes]) {
    const known = wanted instanceof Element && wanted.id ? olds.get(wanted.id) : undefined;
    const match = known && areAlike(known, wanted) ? known : next && areAlike(next, wanted) ? next : undefined;
    if (!match) {
      old.insertBefore(document.importNode(wanted, true), next);
      continue;
    }
    if (match === next) next = next.nextSibling;
    else old.insertBefore(match, next);
    if (match instanceof Element && wanted instanceof Element) sync(match, wanted);
    else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
  }
  while (next) {
    const gone: ChildNode = next;
    next = next.nextSibling;
    gone.remove();
  }
}
