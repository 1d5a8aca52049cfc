/** @file A book with a recurring item. */
import { demoBook, entry } from './book.js';

/** The demo's book with one offer for the knives: oil every two months. */
export const recurringBook = demoBook((book) => {
  entry(book.products, 'blade-oil').recurring = { interval: 'month', every: 2 };
  const offer = entry(book.offers, 'sharpener-after-knife');
  book.experiments = [];
  book.offers = [
    {
      ...offer,
      id: 'oil-every-two-months',
      items: [{ product: 'blade-oil', quantity: 1 }],
      placements: ['post_purchase'],
      copy: {
        en: {
          headline: 'Oil for your {trigger}, before the last drop is gone',
          benefit: 'A drop after each use keeps the steel clear. A small bottle comes every two months.',
          accept: 'Get the refills',
          terms: '{price} today, then {price} every two months until you write to us to stop.',
        },
      },
      link: '/products/sharpener',
    },
  ];
});
