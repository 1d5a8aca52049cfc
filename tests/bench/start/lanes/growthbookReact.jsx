import { createRoot } from 'react-dom/client';
import { addStyle, Bump } from './Bump.jsx';
import { chosen, tell } from './chosen.js';

chosen((offer, room) => {
  addStyle();
  createRoot(room).render(<Bump offer={offer} locale={document.documentElement.lang} name="bump" onShown={tell} />);
});
