// The typings made from the manifest say what the classes say: compiled against both, run by nobody.
import type * as Shipped from '../../../dist/types/widget/src/elements.js';
import type { AftermintBump, AftermintBundle, AftermintOffer } from '../../../widget/src/elements.js';
import type { AftermintEventMap } from '../../../widget/src/elementEvents.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** What a page can use of a class: not what the browser calls, nor the page object of ours. */
type Usable<Element> = Exclude<keyof Element, keyof HTMLElement | 'restored' | 'wake' | `${string}Callback`>;
type Face<Element> = Pick<Element, Usable<Element>>;

export const agreed: true[] = [
  true satisfies Same<Face<AftermintBump>, Face<Shipped.AftermintBump>>,
  true satisfies Same<Face<AftermintBundle>, Face<Shipped.AftermintBundle>>,
  true satisfies Same<Face<AftermintOffer>, Face<Shipped.AftermintOffer>>,
  // Every event that the elements can send is typed for whoever listens, and none besides.
  true satisfies Same<Extract<keyof GlobalEventHandlersEventMap, `aftermint-${string}`>, keyof AftermintEventMap>,
  true satisfies Same<Pick<GlobalEventHandlersEventMap, keyof AftermintEventMap>, AftermintEventMap>,
  // Every class that the module gives has its typings.
  true satisfies Same<
    Extract<keyof typeof import('../../../widget/src/elements.js'), string>,
    Extract<keyof typeof Shipped, string>
  >,
];
