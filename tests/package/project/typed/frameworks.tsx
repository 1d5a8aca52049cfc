// The components in TypeScript, under each way to resolve modules.
import type { Order } from 'aftermint';
import { loadAftermint } from 'aftermint/pure';
import { Bump, type BumpChange, Bundle, Offer, useAftermint } from 'aftermint/react';
import type { Bump as VueBump } from 'aftermint/vue';
import { createRef } from 'react';

const order: Order = { currency: 'GBP', lines: [{ product: 'knife-set', quantity: 1, price: 12000 }] };
const bump = createRef<HTMLElementTagNameMap['aftermint-bump']>();
const ticked = (event: CustomEvent<BumpChange>) => console.log(event.detail.checked);

export function Checkout() {
  const { aftermint, error } = useAftermint({ src: '/aftermint.js', book: '/book.json', integrity: 'sha384-x' });
  return (
    <form title={error?.message}>
      <Bump ref={bump} name="bump" order={order} visitorAttributes={{ country: 'GB' }} onChange={ticked} id="b" />
      <Bundle name="bundle" product="oak-board" order={null} onAdd={({ detail }) => detail.price.amount} />
      <Offer order={order} oneClick={{ allowed: true }} onAccepted={({ detail }) => detail.order.total} />
      <button type="button" onClick={() => aftermint?.consent(true)}>Yes</button>
      {/* @ts-expect-error an order is not a number */}
      <Bump order={12000} />
      {/* @ts-expect-error a ticket is for the offer after payment */}
      <Bump name="bump" ticket="a.b.c" />
      {/* @ts-expect-error a listener of another event */}
      <Offer onDeclined={ticked} />
    </form>
  );
}

type VueProps = InstanceType<typeof VueBump>['$props'];
export const inVue: VueProps = { name: 'bump', order, onChange: ticked };
// @ts-expect-error an order is not a number
export const wrong: VueProps = { order: 12000 };

// @ts-expect-error `book` is required
loadAftermint({ src: '/aftermint.js' });
loadAftermint().then((script) => script?.version.length);
