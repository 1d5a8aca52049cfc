// An order bump as a team would write it for its checkout, with the same view as ours. The lanes of Preact and React
// share it.
import { useLayoutEffect, useState } from 'hooks';
import { style } from './style.js';

export function addStyle() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

const price = ({ amount, currency }, locale) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 100);

/** When ticked, the surrounding form submits `name=OFFER_ID`. */
export function Bump({ offer, locale, name, onShown }) {
  const [ticked, setTicked] = useState(false);
  useLayoutEffect(() => onShown(offer), [offer, onShown]);
  return (
    <section className={ticked ? 'bump ticked' : 'bump'} aria-label="Optional extra">
      <p className="headline">{offer.headline}</p>
      <p className="benefit">{offer.benefit}</p>
      <p className="price">
        +<span className="money">{price(offer, locale)}</span>
      </p>
      <label className="choice">
        <input
          type="checkbox"
          name={name}
          value={offer.id}
          autoComplete="off"
          onChange={({ currentTarget }) => setTicked(currentTarget.checked)}
        />
        <span>{offer.accept}</span>
      </label>
    </section>
  );
}
