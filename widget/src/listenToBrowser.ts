/** @file Connects the browser's page lifecycle events with the elements and the event queue. */
import { kOrderDeclines } from '../../web/src/ledger.js';
import type { Page } from './page.js';

/** Adds the listeners and starts sending stored events. Call it once. */
export function listenToBrowser({ pageElements, eventSender: { eventBeacon: beacon } }: Page): void {
  beacon?.wake(); // an earlier page may have left events
  const wake = () => {
    for (const element of pageElements) element.wake();
  };
  addEventListener('pagehide', () => beacon?.hide());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') return beacon?.hide();
    beacon?.show();
    wake();
  });
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    beacon?.show();
    for (const element of pageElements) {
      element.restored();
      element.wake();
    }
  });
  addEventListener('online', () => beacon?.wake());
  addEventListener('storage', ({ key }) => {
    if (key === kOrderDeclines) wake();
  });
}
