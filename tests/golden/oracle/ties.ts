/** `relevance`: how an offer is tied to what was bought or looked at. */
import type { Relation } from '../../../web/src/codes.gen.js';
import type { Item, Offer, World } from './world.js';

export interface Tie {
  relation: Relation;
  trigger: string;
}

/** Strongest first (codes.json). */
export const kRelations: Relation[] = ['upgrade', 'complement', 'bundle', 'product', 'category', 'tag'];

/** Every declared tie of these items to one product, which the offer's own `for` may leave out. */
function relationsTo(world: World, offer: Offer, items: Item[], id: string): Relation[] {
  const trigger = world.products.get(id);
  if (trigger === undefined) return [];
  const { products = [], categories = [], tags = [] } = offer.for ?? {};
  const named: Relation[] = [];
  if (products.includes(id)) named.push('product');
  if (trigger.category && categories.includes(trigger.category)) named.push('category');
  if ((trigger.tags ?? []).some((tag) => tags.includes(tag))) named.push('tag');
  if (named.length === 0 && products.length + categories.length + tags.length > 0) return [];
  const declared: Relation[] = [];
  for (const item of items) {
    if (world.products.get(item.product)?.upgradeOf?.includes(id)) declared.push('upgrade');
    if (trigger.complements?.includes(item.product)) declared.push('complement');
    if (trigger.bundles?.includes(item.product)) declared.push('bundle');
  }
  return [...declared, ...named];
}

/** The strongest tie, to what was bought first where several are equal. */
export function tieOf(world: World, offer: Offer, items: Item[]): Tie | undefined {
  let best: Tie | undefined;
  for (const trigger of world.triggers) {
    for (const relation of relationsTo(world, offer, items, trigger)) {
      if (best === undefined || kRelations.indexOf(relation) < kRelations.indexOf(best.relation)) {
        best = { relation, trigger };
      }
    }
  }
  return best;
}
