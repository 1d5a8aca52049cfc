// A Node server in TypeScript, without the DOM types.
import { type Engine, load, type Moment, RefusedInput } from 'aftermint/node';

export async function priceOf(moment: Moment): Promise<number> {
  const engine: Engine = await load({ book: { version: 1 }, check: false, wasm: new URL('file:///module.wasm') });
  try {
    const decision = engine.decide(moment);
    if (decision.offer === null) {
      // @ts-expect-error there is no price without an offer
      console.log(decision.price);
      return 0;
    }
    const { verdict, price } = engine.verify({ moment, offer: decision.offer, price: decision.price });
    // @ts-expect-error there is no such verdict
    if (verdict === 'fine') return 1;
    return price?.amount ?? decision.price.amount;
  } catch (error) {
    if (error instanceof RefusedInput) console.log(error.faults[0]?.pointer);
    throw error;
  }
}

// @ts-expect-error a book is needed
await load({});
