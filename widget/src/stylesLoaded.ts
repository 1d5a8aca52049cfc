/** @file Waits for the page's style sheets. */

/** Whether the page's style sheets are loaded. Before that, the size of an element is not known. */
const areLoaded = () =>
  document.readyState === 'complete' ||
  [...document.querySelectorAll<HTMLLinkElement>('link[rel~=stylesheet]')].every(
    (link) => link.sheet || link.disabled || !matchMedia(link.media || 'all').matches,
  );

/** Undefined if all style sheets are loaded, else a promise for that. It resolves at the latest when the page has loaded. */
export function stylesLoaded(): Promise<void> | undefined {
  if (areLoaded()) return;
  return new Promise((resolve) => {
    const check = () => {
      if (!areLoaded()) return;
      for (const type of ['load', 'error']) document.removeEventListener(type, check, true);
      resolve();
    };
    // These events of a link do not bubble; a capturing listener receives them.
    for (const type of ['load', 'error']) document.addEventListener(type, check, true);
    addEventListener('load', check, { once: true });
  });
}
