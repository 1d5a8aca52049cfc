/** @file The elements as React components, for React 18 and 19, with and without a server. */
import {
  createElement,
  type ForwardedRef,
  Fragment,
  forwardRef,
  type HTMLAttributes,
  type ReactElement,
  type ScriptHTMLAttributes,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Order } from '../../web/src/types.js';
import type { EventName } from '../../widget/src/elementEvents.js';
import type { AftermintBump, AftermintBundle, AftermintOffer } from '../../widget/src/elements.js';
import { attributesOf, type BundleInputs, type FormInputs, kInputs, type OfferInputs } from './elementProps.js';
import { type EventOf, kEvents, listen, totalWith } from './events.js';
import { type AftermintScript, type LoadOptions, loadAftermint } from './loadAftermint.js';

export type * from '../../web/src/types.js';
export type * from '../../widget/src/elementEvents.js';
export type * from './elementProps.js';
export { type AftermintScript, type LoadOptions, loadAftermint } from './loadAftermint.js';

/** The listeners of these events: `onChange` for `aftermint-change`. */
export type Handlers<Names extends EventName> = {
  [Name in Names as `on${Capitalize<Name>}`]?: ((event: EventOf<Name>) => void) | undefined;
};

/** Inputs, listeners, and what React gives every element. */
type PropsOf<Inputs, Names extends EventName> = Inputs &
  Handlers<Names> &
  Omit<HTMLAttributes<HTMLElement>, keyof Inputs | keyof Handlers<Names>>;

export type BumpProps = PropsOf<FormInputs, (typeof kEvents.bump)[number]>;
export type BundleProps = PropsOf<BundleInputs, (typeof kEvents.bundle)[number]>;
export type OfferProps = PropsOf<OfferInputs, (typeof kEvents.offer)[number]>;

/** React 18 warns about `useLayoutEffect` on a server, where neither does anything. */
const useAttachEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

const handlerOf = (name: EventName) => `on${name[0]?.toUpperCase()}${name.slice(1)}`;

/** What each component renders: its element with the attributes of the props, its listeners and its ref. */
function useElement<Element extends HTMLElement>(
  short: keyof typeof kEvents,
  given: object,
  forwarded: ForwardedRef<Element>,
): ReactElement {
  const props = given as Readonly<Record<string, unknown>>;
  const names: readonly EventName[] = kEvents[short];
  const element = useRef<Element>(null);
  const latest = useRef(props);
  const stop = useRef<(() => void) | null>(null);
  const attributes = attributesOf(props);
  const start = () => {
    stop.current ??= listen(element.current as Element, names, (name, event) => {
      (latest.current[handlerOf(name)] as ((event: CustomEvent) => void) | undefined)?.(event);
    });
  };
  useAttachEffect(() => {
    latest.current = props;
  });
  // Before the first paint, so that no event is missed. React does not correct the attributes of a server's HTML.
  useAttachEffect(() => {
    for (const [name, value] of stop.current ? [] : Object.entries(attributes)) {
      const inHtml = element.current?.getAttribute(name);
      if (typeof inHtml === 'string' && inHtml !== value) element.current?.setAttribute(name, value);
    }
    start();
  }, []);
  // Ends after the element has left the document: its last event says that a ticked offer left the form with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `start` reads only refs
  useEffect(() => {
    start();
    return () => {
      stop.current?.();
      stop.current = null;
    };
  }, []);
  useImperativeHandle(forwarded, () => element.current as Element, []);
  const ours = new Set<string>([...kInputs, ...names.map(handlerOf), 'className']);
  return createElement(`aftermint-${short}`, {
    ...Object.fromEntries(Object.entries(props).filter(([name]) => !ours.has(name))),
    ...attributes,
    ...(props.className !== undefined && { class: props.className }), // React 18 would write `classname`
    ref: element,
    suppressHydrationWarning: true, // the element sets its attribute `state` as soon as it is in the page
  });
}

/** `<aftermint-bump>`: an offer with a checkbox in your checkout form. */
export const Bump = forwardRef<AftermintBump, BumpProps>((props, ref) => useElement('bump', props, ref));
Bump.displayName = 'Bump';

/** `<aftermint-bundle>`: an offer next to a product. */
export const Bundle = forwardRef<AftermintBundle, BundleProps>((props, ref) => useElement('bundle', props, ref));
Bundle.displayName = 'Bundle';

/** `<aftermint-offer>`: the offer after payment. */
export const Offer = forwardRef<AftermintOffer, OfferProps>((props, ref) => useElement('offer', props, ref));
Offer.displayName = 'Offer';

/** What `useBump` gives. */
export interface BumpState {
  /** What the order comes to with the bump if it is ticked, in minor units. */
  total: number;
  /** The props of `<Bump>`. */
  bump: { order: Order; onChange(event: EventOf<'change'>): void };
}

/** The total of an order with its bump: `const { total, bump } = useBump(order)`, and `<Bump name="bump" {...bump} />`. */
export function useBump(order: Order): BumpState {
  const [added, setAdded] = useState(0);
  const onChange = ({ detail }: EventOf<'change'>) => setAdded(detail.checked ? detail.price.amount : 0);
  return { total: totalWith(added, order), bump: { order, onChange } };
}

/** The address below which `createAftermint({ base })` serves everything, and more attributes of the script tag. */
export type AftermintHeadProps = { base: string } & ScriptHTMLAttributes<HTMLScriptElement> & {
    [data: `data-${string}`]: string | boolean | undefined;
  };

/**
 * Style sheet and script tag, for the head of pages that a server renders. Give it `data-beacon={undefined}` if the
 * endpoint has no collector.
 */
export function AftermintHead({ base, ...attributes }: AftermintHeadProps): ReactElement {
  const script = {
    async: true,
    src: `${base}/aftermint.js`,
    'data-book': `${base}/book.json`,
    'data-beacon': `${base}/events`,
    'data-accept': `${base}/offers/accept`,
    ...attributes,
  };
  const style = { rel: 'stylesheet', href: `${base}/aftermint.css` };
  return createElement(Fragment, null, createElement('link', style), createElement('script', script));
}

/** What `useAftermint` gives. */
export interface AftermintState {
  /** What the script gives the page; null while it loads, and on a server. */
  aftermint: AftermintScript | null;
  /** Why the script could not be loaded. The page works without it. */
  error: Error | null;
}

/**
 * Loads the script when the component is in the page, and renders again when it is there.
 *
 * @param options as for `loadAftermint`. Those of the first render count.
 */
export function useAftermint(options?: LoadOptions): AftermintState {
  const [state, setState] = useState<AftermintState>({ aftermint: null, error: null });
  const first = useRef(options);
  useEffect(() => {
    let isMounted = true;
    const set = (next: AftermintState) => void (isMounted && setState(next));
    loadAftermint(first.current).then(
      (aftermint) => set({ aftermint, error: null }),
      (error: Error) => set({ aftermint: null, error }),
    );
    return () => {
      isMounted = false;
    };
  }, []);
  return state;
}
