// The shop of the start-up benchmark: one order, twenty offers, and the one that must win.

const currency = 'GBP';
export const locale = 'en-GB';

/** Product bought and its title, product offered and its title, price, headline, benefit. */
// biome-ignore format: one line per pair
const pairs = [
  ['chefs-knife', 'Arden chef’s knife', 'steel', 'Honing steel', 2100, 'Keep that edge', 'Ten strokes before dinner and the knife cuts as on its first day.'],
  ['frying-pan', 'Carbon steel pan', 'pan-lid', 'Glass lid, 28 cm', 1900, 'A lid that fits', 'Steam the greens in the pan you have just seared in.'],
  ['bread-tin', 'Loaf tin', 'scraper', 'Bench scraper', 900, 'For dough that sticks', 'It lifts wet dough off the board and cleans up after it.'],
  ['casserole', 'Cast-iron casserole', 'pot-rest', 'Cork pot rest', 1400, 'Straight to the table', 'It takes the heat of the pot, so the table does not.'],
  ['teapot', 'Stoneware teapot', 'strainer', 'Fine strainer', 800, 'For loose leaves', 'It sits in the neck and catches the smallest leaf.'],
  ['kettle', 'Gooseneck kettle', 'thermometer', 'Clip thermometer', 1600, 'Eighty degrees for green tea', 'Clip it on the rim and stop the kettle where the leaf wants it.'],
  ['grinder', 'Hand coffee grinder', 'brush', 'Grinder brush', 700, 'Yesterday’s coffee out of it', 'Stiff enough for the burrs and narrow enough for the chute.'],
  ['mortar', 'Granite mortar', 'peppercorns', 'Tellicherry pepper, 100 g', 850, 'Something to crush', 'Whole peppercorns keep their scent until you break them.'],
  ['rolling-pin', 'Beech rolling pin', 'pastry-mat', 'Pastry mat', 1800, 'Rounds of the right size', 'Its rings show 18 to 30 cm, and flour stays on the mat.'],
  ['pasta-press', 'Pasta press', 'drying-rack', 'Drying rack', 2200, 'Somewhere to hang it', 'Sixteen arms keep the ribbons apart while the water boils.'],
  ['wok', 'Hammered wok', 'spatula', 'Wok spatula', 1500, 'Made for a round bottom', 'Its edge has the curve of the wok, so nothing is left to burn.'],
  ['grater', 'Drum grater', 'hard-cheese', 'Aged hard cheese, 300 g', 1150, 'The first thing to grate', 'Aged for thirty months, dry enough to fall like snow.'],
  ['scales', 'Kitchen scales', 'weights', 'Calibration weight', 1200, 'Know that they are right', 'A kilogram to the gram, and the scales set themselves by it.'],
  ['knife-set', 'Three-knife set', 'sharpener', 'Two-step sharpener', 2400, 'Made for your three knives', 'Both angles are held for you: two strokes a week keep the edge.'],
  ['board', 'End-grain board', 'board-oil', 'Board oil, 250 ml', 1300, 'Oil it once a month', 'It keeps water out of the grain, and the board from splitting.'],
  ['apron', 'Linen apron', 'towels', 'Two linen towels', 1700, 'Of the same cloth', 'They hang from its loop and dry a wet hand at once.'],
  ['salt-pig', 'Salt pig', 'sea-salt', 'Sea salt, 1 kg', 650, 'A fill for it', 'Coarse and a little damp, so that fingers can hold it.'],
  ['pizza-stone', 'Pizza stone', 'peel', 'Wooden peel', 2300, 'In and out without burns', 'A thin edge slips under the crust, a long handle keeps you away.'],
  ['mandoline', 'Steel mandoline', 'glove', 'Cut-proof glove', 1100, 'For the hand that holds', 'Woven from steel and nylon; it goes in the wash.'],
  ['jam-pan', 'Copper jam pan', 'jars', 'Twelve jars', 1950, 'Where the jam goes', 'Twelve of 200 ml with lids that click when they are tight.'],
];

export const offers = pairs.map(([trigger, triggerTitle, item, itemTitle, amount, headline, benefit]) => ({
  id: `${item}-bump`,
  trigger,
  triggerTitle,
  item,
  itemTitle,
  amount,
  headline,
  benefit,
  accept: `Add the ${itemTitle}`,
}));

/** The product in the order: its rule is the fourteenth. */
export const order = { currency, lines: [{ product: 'knife-set', quantity: 1, price: 12000 }] };

/** The text of the bump, from top to bottom, in every lane. */
export const winner = {
  offer: 'sharpener-bump',
  lines: [
    'Made for your three knives',
    'Both angles are held for you: two strokes a week keep the edge.',
    '+£24.00',
    'Add the Two-step sharpener',
  ],
};

/** The offers as a book. */
export const makeShopBook = () => ({
  version: 1,
  id: 'start',
  merchant: 'bench',
  currency,
  locale,
  policy: { deadlineMs: 10_000 }, // also measure slow visits
  products: offers.flatMap(({ trigger, triggerTitle, item, itemTitle, amount }) => [
    { id: trigger, title: triggerTitle, price: 12000, complements: [item] },
    { id: item, title: itemTitle, price: amount },
  ]),
  offers: offers.map(({ id, trigger, item, amount, headline, benefit, accept }) => ({
    id,
    type: 'cross_sell',
    for: { products: [trigger] },
    items: [{ product: item, quantity: 1 }],
    price: { kind: 'fixed', amount },
    placements: ['checkout'],
    copy: { en: { headline, benefit, accept } },
  })),
});

/** The offers as GrowthBook's API returns them: one feature with its rules in order of rank. */
export const makePayload = () => ({
  status: 200,
  features: {
    bump: {
      defaultValue: null,
      rules: offers.map(({ id, trigger, amount, headline, benefit, accept }) => ({
        condition: { products: { $in: [trigger] } },
        force: { id, headline, benefit, accept, amount, currency },
      })),
    },
  },
});
