/** @file The events of the elements for a framework: none is lost that was fired before the framework listened. */
import type { Order } from '../../web/src/types.js';
import type { AftermintEventMap, BumpChange, EventName, ShownOffer } from '../../widget/src/elementEvents.js';

const kSlotEvents = ['shown', 'seen', 'empty'] as const;

/** The events of each element, without `aftermint-`. */
export const kEvents = {
  bump: [...kSlotEvents, 'change'],
  bundle: [...kSlotEvents, 'add'],
  offer: [...kSlotEvents, 'state', 'accepted', 'undone', 'action', 'declined'],
} as const;

/** An event by its name without `aftermint-`. */
export type EventOf<Name extends EventName> = AftermintEventMap[`aftermint-${Name}`];

/** Gives a listener the event of that name. */
export type Report = (name: EventName, event: CustomEvent) => void;

/**
 * These are not given later: what they ask of the page has happened without it by then. A tick is given, by what the
 * element says about itself.
 */
const kNotLater: readonly string[] = ['change', 'action', 'add'];

/** What an element has fired, the last event of each name: those before the page's own scripts ran, too. */
type Element = HTMLElement & { readonly fired?: { readonly [Name in EventName]?: Event } };

/** Events that a component's listener has had. */
const reported = new WeakSet<Event>();
/** Whether the component's listener takes the element as ticked. */
const ticked = new WeakMap<EventTarget, boolean>();

type Bump = Element & {
  readonly checked?: boolean;
  readonly offer?: ShownOffer | null;
  readonly order?: Order | null;
};

/** What the order comes to with this much added, in minor units. */
export function totalWith(added: number, { total, lines = [] }: Partial<Order>): number {
  return added + (total ?? lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
}

/** Reports a tick that differs from what was reported last, as if the shopper had ticked it now. */
function reportTick(bump: Bump, report: Report): void {
  const { checked = false } = bump;
  const offer = (bump.fired?.shown as EventOf<'shown'> | undefined)?.detail ?? bump.offer;
  if (!offer || checked === (ticked.get(bump) ?? false)) return;
  ticked.set(bump, checked);
  const waits: PromiseLike<unknown>[] = [];
  const detail = {
    ...offer,
    placement: 'checkout',
    checked,
    total: totalWith(checked ? offer.price.amount : 0, bump.order ?? {}),
    waitUntil: (wait: PromiseLike<unknown>) => void waits.push(wait),
  } as BumpChange;
  const event = new CustomEvent('aftermint-change', { cancelable: true, detail });
  report('change', event);
  // The element removes a tick that the page refuses. This tick is older than the listener, so a click removes it.
  const refuse = () => bump.checked && bump.shadowRoot?.querySelector<HTMLElement>('[part~=tick]')?.click();
  if (event.defaultPrevented) refuse();
  else Promise.all(waits).catch(refuse);
}

/**
 * Reports the events of an element, first those that it has fired without a listener.
 *
 * @returns a function that ends it.
 */
export function listen(element: Element, names: readonly EventName[], report: Report): () => void {
  const give = (name: EventName, event: Event) => {
    reported.add(event);
    report(name, event as CustomEvent);
  };
  const stops = names.map((name) => {
    const heard = (event: Event) => {
      if (event.target !== element) return;
      if (name === 'change') ticked.set(element, (event as EventOf<'change'>).detail.checked);
      give(name, event);
    };
    element.addEventListener(`aftermint-${name}`, heard);
    return () => element.removeEventListener(`aftermint-${name}`, heard);
  });
  const earlier = names.flatMap((name) => {
    const event = element.fired?.[name];
    return event && !reported.has(event) && !kNotLater.includes(name) ? [{ name, event }] : [];
  });
  earlier.sort((a, b) => a.event.timeStamp - b.event.timeStamp);
  for (const { name, event } of earlier) give(name, event);
  if (names.includes('change')) reportTick(element, report);
  return () => {
    for (const stop of stops) stop();
  };
}
