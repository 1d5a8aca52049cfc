/** @file Detects that an element was really seen. */
const kMinShare = 0.5;
const kMinMs = 1000;

/**
 * Calls back once half of an element has been visible for one second. A click in it proves that it was seen, so then it
 * calls back at once, before the element's own listeners run. Returns a function that stops watching.
 */
export function watchExposure(element: Element, onExposed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
    element.removeEventListener('click', report, true);
  };
  const report = () => {
    stop();
    onExposed();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      clearTimeout(timer);
      const isVisible = (entries.at(-1)?.intersectionRatio ?? 0) >= kMinShare;
      if (!isVisible) return;
      timer = setTimeout(() => {
        if (document.visibilityState === 'hidden') return restart(); // the tab is in the background: start again
        report();
      }, kMinMs);
    },
    { threshold: kMinShare },
  );
  const restart = () => {
    observer.unobserve(element);
    observer.observe(element);
  };
  restart();
  element.addEventListener('click', report, true);
  return stop;
}
