/** @file Detects that an element was really seen. */
const kMinShare = 0.5;
const kMinMs = 1000;

/** Calls back once half of an element has been visible for one second. Returns a function that stops watching. */
export function watchExposure(element: Element, onExposed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      clearTimeout(timer);
      const isVisible = (entries.at(-1)?.intersectionRatio ?? 0) >= kMinShare;
      if (!isVisible) return;
      timer = setTimeout(() => {
        if (document.visibilityState === 'hidden') return restart(); // the tab is in the background: start again
        stop();
        onExposed();
      }, kMinMs);
    },
    { threshold: kMinShare },
  );
  const restart = () => {
    observer.unobserve(element);
    observer.observe(element);
  };
  restart();
  return stop;
}
