// The type declarations made from the manifest agree with the classes. Compiled against both, never run.
import type * as Shipped from '../../../dist/types/widget/src/elements.js';
import type { AftermintBump, AftermintBundle, AftermintOffer } from '../../../widget/src/elements.js';
import type { AftermintEventMap } from '../../../widget/src/elementEvents.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** The members of a class that a page can use: not those that the browser or our page object calls. */
type Usable<Element> = Exclude<keyof Element, keyof HTMLElement | 'restored' | 'wake' | 'fired' | `${string}Callback`>;
type Face<Element> = Pick<Element, Usable<Element>>;

export const agreed: true[] = [
  true satisfies Same<Face<AftermintBump>, Face<Shipped.AftermintBump>>,
  true satisfies Same<Face<AftermintBundle>, Face<Shipped.AftermintBundle>>,
  true satisfies Same<Face<AftermintOffer>, Face<Shipped.AftermintOffer>>,
  // Exactly the events that the elements can send have types for listeners.
  true satisfies Same<Extract<keyof GlobalEventHandlersEventMap, `aftermint-${string}`>, keyof AftermintEventMap>,
  true satisfies Same<Pick<GlobalEventHandlersEventMap, keyof AftermintEventMap>, AftermintEventMap>,
  // Every class of the module has a declaration.
  true satisfies Same<
    Extract<keyof typeof import('../../../widget/src/elements.js'), string>,
    Extract<keyof typeof Shipped, string>
  >,
];
