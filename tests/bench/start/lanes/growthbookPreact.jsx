import { render } from 'preact';
import { addStyle, Bump } from './Bump.jsx';
import { chosen, tell } from './chosen.js';

chosen((offer, room) => {
  addStyle();
  render(<Bump offer={offer} locale={document.documentElement.lang} name="bump" onShown={tell} />, room);
});
