/** @file The elements as Vue 3 components, with and without a server. */
import {
  type ComputedRef,
  computed,
  defineComponent,
  h,
  type MaybeRefOrGetter,
  onMounted,
  onUnmounted,
  type PropType,
  type ShallowRef,
  shallowRef,
  type VNode,
  toValue,
  watch,
} from 'vue';
import type { Attributes, OneClick, Order } from '../../web/src/types.js';
import type { EventName } from '../../widget/src/elementEvents.js';
import { attributesOf, setAttributes } from './elementProps.js';
import { type EventOf, kEvents, listen, totalWith } from './events.js';
import { type AftermintScript, type LoadOptions, loadAftermint } from './loadAftermint.js';

export type * from '../../web/src/types.js';
export type * from '../../widget/src/elementEvents.js';
export { type AftermintScript, type LoadOptions, loadAftermint } from './loadAftermint.js';

const hostProps = {
  /** The order. A changed order leads to a new decision. */
  order: { type: [Object, String, null] as PropType<Order | string | null>, default: undefined },
  /** Your own visitor id. */
  visitor: { type: String, default: undefined },
  /** Attributes of the visitor for conditions in the book. */
  visitorAttributes: { type: [Object, String, null] as PropType<Attributes | string | null>, default: undefined },
};

const formProps = {
  ...hostProps,
  /** The name of the form field. */
  name: { type: String, default: undefined },
  /** The id of the form, if the element is outside of it. */
  form: { type: String, default: undefined },
};

const bundleProps = {
  ...formProps,
  /** The id of the viewed product. */
  product: { type: String, default: undefined },
};

const offerProps = {
  ...hostProps,
  /** The server's signed order ticket. Without it the offer is a link. */
  ticket: { type: String, default: undefined },
  /** Whether the platform can charge again. */
  oneClick: { type: [Object, String, null] as PropType<OneClick | string | null>, default: undefined },
};

/** Declares an event: `@change` for `aftermint-change`. */
const event =
  <Name extends EventName>() =>
  (_event: EventOf<Name>) =>
    true;

const slotEmits = { shown: event<'shown'>(), seen: event<'seen'>(), empty: event<'empty'>() };
const bumpEmits = { ...slotEmits, change: event<'change'>() };
const bundleEmits = { ...slotEmits, add: event<'add'>() };
const offerEmits = {
  ...slotEmits,
  state: event<'state'>(),
  accepted: event<'accepted'>(),
  undone: event<'undone'>(),
  action: event<'action'>(),
  declined: event<'declined'>(),
};

/** What a component does, with its element: attributes from the props, and its events. */
function elementOf(
  short: keyof typeof kEvents,
  props: Readonly<Record<string, unknown>>,
  emit: (name: EventName, event: CustomEvent) => void,
): (children: VNode[] | undefined) => VNode {
  const attributes = () => attributesOf(props);
  if (typeof document === 'undefined') return (children) => h(`aftermint-${short}`, attributes(), children);
  // In a browser Vue would set every attribute again when it hydrates, and each leads to a decision. So this code sets
  // those that differ, before the element is in the page.
  let element: HTMLElement | undefined;
  let stop: (() => void) | undefined;
  const onVnodeBeforeMount = ({ el }: VNode) => {
    element = el as HTMLElement;
    setAttributes(element, attributes());
    stop = listen(element, kEvents[short], emit);
  };
  watch(attributes, (now) => element && setAttributes(element, now), { flush: 'post' });
  // Vue calls it after the element has left the page, and so after the event of a tick that left the form.
  onUnmounted(() => stop?.());
  return (children) => h(`aftermint-${short}`, { onVnodeBeforeMount }, children);
}

/** `<aftermint-bump>`: an offer with a checkbox in your checkout form. */
export const Bump = defineComponent({
  name: 'AftermintBump',
  props: formProps,
  emits: bumpEmits,
  setup(props, { emit, slots }) {
    const render = elementOf('bump', props, emit as never);
    return () => render(slots.default?.());
  },
});

/** `<aftermint-bundle>`: an offer next to a product. */
export const Bundle = defineComponent({
  name: 'AftermintBundle',
  props: bundleProps,
  emits: bundleEmits,
  setup(props, { emit, slots }) {
    const render = elementOf('bundle', props, emit as never);
    return () => render(slots.default?.());
  },
});

/** `<aftermint-offer>`: the offer after payment. */
export const Offer = defineComponent({
  name: 'AftermintOffer',
  props: offerProps,
  emits: offerEmits,
  setup(props, { emit, slots }) {
    const render = elementOf('offer', props, emit as never);
    return () => render(slots.default?.());
  },
});

/** What `useBump` gives. */
export interface BumpState {
  /** What the order comes to with the bump if it is ticked, in minor units. */
  total: ComputedRef<number>;
  /** The props of `<Bump>`, for `v-bind`. */
  bump: ComputedRef<{ order: Order; onChange(event: EventOf<'change'>): void }>;
}

/** The total of an order with its bump: `const { total, bump } = useBump(() => props.order)`, and `<Bump v-bind="bump">`. */
export function useBump(order: MaybeRefOrGetter<Order>): BumpState {
  const added = shallowRef(0);
  const onChange = ({ detail }: EventOf<'change'>) => {
    added.value = detail.checked ? detail.price.amount : 0;
  };
  return {
    total: computed(() => totalWith(added.value, toValue(order))),
    bump: computed(() => ({ order: toValue(order), onChange })),
  };
}

/** What `useAftermint` gives. */
export interface AftermintState {
  /** What the script gives the page; null while it loads, and on a server. */
  aftermint: Readonly<ShallowRef<AftermintScript | null>>;
  /** Why the script could not be loaded. The page works without it. */
  error: Readonly<ShallowRef<Error | null>>;
}

/**
 * Loads the script when the component is in the page.
 *
 * @param options as for `loadAftermint`.
 */
export function useAftermint(options?: LoadOptions): AftermintState {
  const aftermint = shallowRef<AftermintScript | null>(null);
  const error = shallowRef<Error | null>(null);
  onMounted(() => {
    loadAftermint(options).then(
      (script) => {
        aftermint.value = script;
      },
      (reason: Error) => {
        error.value = reason;
      },
    );
  });
  return { aftermint, error };
}
