/** `relevance`: the relation of an offer to the products bought or viewed. */
import type { Relation } from '../../../web/src/codes.gen.js';
import type { Item, Offer, World } from './world.js';

export interface Tie {
  relation: Relation;
  trigger: string;
}

/** The relations, strongest first (codes.json). */
export const kRelations: Relation[] = ['upgrade', 'complement', 'bundle', 'product', 'category', 'tag'];

/** All declared relations of these items to one product, even if the offer's `for` does not include that product. */
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

/** The strongest relation; of equal ones, that to the product bought first. */
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
