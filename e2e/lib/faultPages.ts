/** @file The pages on which faults are tested, and the same pages without us. */
import type { Fault, PageName } from './faults/index.js';

/** A product with an offer on its page, at checkout and after payment. */
export const kProduct = 'chefs-knife';
export const kPrice = 8900;

export const kPaths: Record<PageName, RegExp> = {
  product: /^\/products\/[^/]+$/,
  checkout: /^\/checkout$/,
  confirmation: /^\/orders\/[^/]+\/thanks$/,
};

export const kElements: Record<PageName, string> = {
  product: 'aftermint-bundle',
  checkout: 'aftermint-bump',
  confirmation: 'aftermint-offer',
};

/** What our element does when we are not there: nothing. At checkout the space that the page reserves for it stays. */
export const withoutUs: Fault = {
  when: 'we are not there',
  outcome: 'absent',
  html: (answer) => ({
    ...answer,
    body: Buffer.from(
      String(answer.body)
        .replace(/<script async.*<\/script>/, '')
        .replace(/<div class="bundle-room">[\s\S]*?<\/div>|<aftermint-offer[\s\S]*?<\/aftermint-offer>/, ''),
    ),
  }),
};
