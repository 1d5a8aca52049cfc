// Honest copy in English and German, different for every offer. It has no pressure in it, so a check reads every text
// to its end.

const english = {
  headlines: [
    (w) => `A ${w.quality} ${w.helper} for your ${w.bought}`,
    (w) => `Your {trigger} and its ${w.helper}, no. ${w.number}`,
    (w) => `{trigger}: keep it as it is with this ${w.helper}`,
    (w) => `What ${w.room} asks of a {trigger}: a ${w.helper}`,
    (w) => `Made to the measure of your ${w.bought}, ${w.size} mm`,
  ],
  benefits: [
    (w) => `This ${w.helper} ${w.does} your {trigger} in ${w.room}, and takes ${w.minutes} minutes a ${w.span}.`,
    (w) =>
      `It ${w.does} what you bought. We make it of ${w.material}, ${w.size} mm wide, and hint it for ${w.years} years.`,
    (w) =>
      `With ${w.material} on ${w.room}'s side of it, the {trigger} stays ${w.quality}; ask us for part ${w.number}.`,
    (w) =>
      `Is yours used in ${w.room}? Then a ${w.quality} ${w.helper} ${w.does} it, wash after wash, at ${w.degrees} °C.`,
    (w) =>
      `${w.size} mm of ${w.material}: the ${w.helper} ${w.does} it. It comes in the same parcel (no. ${w.number}).`,
  ],
  accepts: [
    (w) => `Add the ${w.helper} to my order`,
    (w) => `Yes, the ${w.quality} ${w.helper}`,
    () => 'Add {item} for {price}',
  ],
  incentives: [
    (w) => `Posted with your {trigger}, in paper, weight ${w.size} g`,
    (w) => `With a spare part ${w.number}`,
  ],
  qualities: ['plain', 'sturdy', 'quiet', 'well-made', 'light', 'repairable', 'neat', 'patient', 'dark blue', 'slim'],
  helpers: [
    'cover',
    'brush',
    'stand',
    'oil',
    'strap',
    'case',
    'cloth',
    'sharpener',
    'filter',
    'tray',
    'hook',
    'sleeve',
  ],
  does: ['keeps', 'carries', 'cleans', 'holds', 'protects', 'dries', 'quietens', 'feeds', 'sorts', 'warms'],
  rooms: [
    'the kitchen',
    'the garden',
    'a small flat',
    'the workshop',
    'the car',
    'the hall',
    'the nursery',
    'the office',
  ],
  materials: ['beech', 'wool felt', 'recycled steel', 'waxed cotton', 'cork', 'brass', 'linen', 'natural rubber'],
  spans: ['week', 'month', 'season', 'year'],
};

const german = {
  headlines: [
    (w) => `${w.helper} für {trigger}, Größe ${w.size} mm`,
    (w) => `Zu {trigger} passt: ${w.helper} aus ${w.material}`,
    (w) => `{trigger} bleibt ${w.quality}, mit Teil ${w.number}`,
    (w) => `Was {trigger} ${w.room} braucht: ${w.helper}`,
  ],
  benefits: [
    (w) =>
      `${w.helper} aus ${w.material} ${w.does} Ihren Kauf ${w.room} und braucht ${w.minutes} Minuten im ${w.span}.`,
    (w) =>
      `Damit bleibt {trigger} ${w.quality}. Wir fertigen es aus ${w.material}, ${w.size} mm breit, und reparieren es ${w.years} Jahre lang.`,
    (w) => `Steht Ihr Stück ${w.room}? Dann ${w.does} dieses Zubehör es, auch bei ${w.degrees} °C in der Wäsche.`,
    (w) =>
      `Aus ${w.material}, ${w.size} mm: ${w.helper} ${w.does} {trigger} und kommt im selben Paket (Nr. ${w.number}).`,
  ],
  accepts: [
    (w) => `${w.helper} zur Bestellung legen`,
    () => '{item} für {price} dazunehmen',
    (w) => `Ja, Teil ${w.number} dazu`,
  ],
  incentives: [(w) => `Im Karton zu {trigger}, ${w.size} g schwer`, (w) => `Mit Ersatzteil ${w.number}`],
  qualities: ['schlicht', 'robust', 'leise', 'gepflegt', 'leicht', 'reparierbar', 'ordentlich', 'dunkelblau'],
  helpers: ['Hülle', 'Bürste', 'Ständer', 'Öl', 'Riemen', 'Etui', 'Tuch', 'Schleifstein', 'Filter', 'Ablage', 'Haken'],
  does: ['schützt', 'trägt', 'reinigt', 'hält', 'trocknet', 'dämpft', 'pflegt', 'ordnet', 'wärmt'],
  rooms: ['in der Küche', 'im Garten', 'in der Werkstatt', 'im Auto', 'im Flur', 'im Kinderzimmer', 'im Büro'],
  materials: ['Buche', 'Wollfilz', 'Altstahl', 'gewachster Baumwolle', 'Kork', 'Messing', 'Leinen', 'Naturkautschuk'],
  spans: ['Monat', 'Jahr', 'Quartal', 'Winter'],
};

function inOneLanguage(language, i, draw, bought) {
  let purpose = 100;
  const next = (below) => {
    purpose += 1;
    return draw(i, purpose, below);
  };
  const pick = (list) => list[next(list.length)];
  const number = (from, below) => from + next(below);
  const words = {
    bought,
    quality: pick(language.qualities),
    helper: pick(language.helpers),
    does: pick(language.does),
    room: pick(language.rooms),
    material: pick(language.materials),
    span: pick(language.spans),
    minutes: number(2, 50),
    years: number(2, 20),
    size: number(20, 900),
    degrees: number(30, 60),
    number: `${i}-${number(0, 100)}`, // makes every text different
  };
  const say = (shapes) => pick(shapes)(words);
  return {
    headline: say(language.headlines),
    benefit: say(language.benefits),
    accept: say(language.accepts),
    incentive: say(language.incentives),
  };
}

/**
 * The copy of one offer.
 *
 * @param i number of the offer; two offers have the same texts only by chance
 * @param draw `(number, purpose, below)`: the same number in every run
 * @param bought the name of the purchase in the English copy, if it does not use {trigger}
 */
export const honestCopy = (i, draw, bought) => ({
  en: inOneLanguage(english, i, draw, bought),
  de: inOneLanguage(german, i, draw, bought),
});
