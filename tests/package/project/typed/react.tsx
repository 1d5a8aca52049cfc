// A React component: its JSX knows the elements once `IntrinsicElements` extends them.
import type { AftermintBump, AftermintElements, BumpChange, Order } from 'aftermint';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends AftermintElements<DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>> {}
  }
}

const order: Order = { currency: 'GBP', lines: [{ product: 'knife-set', quantity: 1, price: 12000 }] };
const ticked = (event: CustomEvent<BumpChange>) => console.log(event.detail.checked);

export const Checkout = () => (
  <form>
    <aftermint-bump
      ref={(bump) => console.log((bump as AftermintBump | null)?.checked)}
      className="bump"
      name="bump"
      order={order}
      visitor="v-1"
      visitor-attributes='{"country":"GB"}'
      onaftermint-change={ticked}
    />
    <aftermint-bundle name="bundle" form="buy" product="oak-board" order={order} />
    <aftermint-offer ticket="a.b.c" oneClick={{ allowed: true }} onaftermint-declined={({ detail }) => console.log(detail.offer)} />
    {/* @ts-expect-error a ticket is for the offer after payment */}
    <aftermint-bump name="bump" ticket="a.b.c" />
    {/* @ts-expect-error only the shopper ticks it */}
    <aftermint-bump name="bump" checked />
    {/* @ts-expect-error only our own code sets the state */}
    <aftermint-offer state="accepted" />
    {/* @ts-expect-error a listener of another event */}
    <aftermint-offer onaftermint-declined={ticked} />
    {/* @ts-expect-error there is no such element */}
    <aftermint-other />
  </form>
);
