/** @file Keeps the page up to date: asks the server for the page again while somebody looks at it. */
import { sync } from './sync.js';

/**
 * A page as a document. XMLHttpRequest parses it without a sink of Trusted Types, so that it works where a policy
 * forbids every one; scripts of such a document never run.
 */
function fetchPage(url: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'document';
    request.timeout = 30_000;
    request.setRequestHeader('Accept', 'text/html');
    const failed = () => reject(new Error(`The server did not answer (${request.status}).`));
    request.onload = () => {
      const page = request.responseXML;
      if (request.status === 200 && page) resolve(page);
      else failed();
    };
    request.onerror = failed;
    request.ontimeout = failed;
    request.send();
  });
}

/** Updates `report` every `data-live` seconds while the page is visible; calls `changed` after each update. */
export function keepLive(report: HTMLElement, changed: () => void): void {
  const seconds = Number(report.dataset.live ?? 0);
  if (!(seconds > 0)) return;
  const status = report.querySelector<HTMLElement>('.live');
  let timer = 0;
  const update = async () => {
    try {
      const now = (await fetchPage(location.href)).getElementById(report.id);
      if (now) {
        sync(report, now);
        changed();
      }
      if (status) status.hidden = true;
    } catch {
      // The figures stay; the page says that they are not the newest.
      if (status) status.hidden = false;
    }
  };
  const wait = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') timer = window.setTimeout(() => update().then(wait), seconds * 1000);
  };
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') void update().then(wait);
  });
  wait();
}
