/** How an offer is accepted at a moment, and why one click is not possible. */
import type { Barrier, Path } from '../../../web/src/codes.gen.js';
import { parseTime } from './time.js';
import type { World } from './world.js';

/** The reasons why the same payment cannot be charged again. */
export function barriersOf({ moment, now, book }: World): Barrier[] {
  const capability = moment.platform?.oneClick;
  if (capability === undefined || !capability.allowed) return ['not_allowed'];
  const barriers: Barrier[] = [];
  if (capability.until !== undefined && now >= parseTime(capability.until)) barriers.push('expired');
  if (capability.currency !== undefined && capability.currency !== book.currency) barriers.push('currency');
  return barriers;
}

export const canOneClick = (world: World) => barriersOf(world).length === 0;

/** A form before payment, one click right after it, a link everywhere else (docs/craft.md, "Three tools"). */
export function pathOf(world: World): Path {
  const { placement } = world.moment;
  if (placement === 'checkout' || placement === 'product_page') return 'form';
  return placement === 'post_purchase' && canOneClick(world) ? 'one_click' : 'link';
}
