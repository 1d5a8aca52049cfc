/** Whether the page's style sheets are there: before they are, nobody knows what room an element has. */
const isStyled = () =>
  document.readyState === 'complete' ||
  [...document.querySelectorAll<HTMLLinkElement>('link[rel~=stylesheet]')].every(
    (link) => link.sheet || link.disabled || !matchMedia(link.media || 'all').matches,
  );

/** Nothing to wait for, or a promise that ends with the last sheet, and with the page's loading at the latest. */
export function styled(): Promise<void> | undefined {
  if (isStyled()) return;
  return new Promise((done) => {
    const look = () => {
      if (!isStyled()) return;
      for (const kind of ['load', 'error']) document.removeEventListener(kind, look, true);
      done();
    };
    // The events of a link do not bubble, but the document sees them on their way down.
    for (const kind of ['load', 'error']) document.addEventListener(kind, look, true);
    addEventListener('load', look, { once: true });
  });
}
