import { newTracker, trackSelfDescribingEvent } from '@snowplow/browser-tracker';
import { render } from 'preact';
import { addStyle, Bump } from './Bump.jsx';
import { chosen, tell } from './chosen.js';

newTracker('shop', location.origin, { appId: 'shop' });

function shown({ id, amount, currency }) {
  tell();
  trackSelfDescribingEvent({
    event: { schema: 'iglu:com.example/offer_shown/jsonschema/1-0-0', data: { offer: id, amount, currency } },
  });
}

chosen((offer, room) => {
  addStyle();
  render(<Bump offer={offer} locale={document.documentElement.lang} name="bump" onShown={shown} />, room);
});
