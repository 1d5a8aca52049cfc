const kShare = 0.5;
const kMs = 1000;

/** Calls back once half of an element was in sight for a second; returns how to stop watching. */
export function watchExposure(element: Element, exposed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      clearTimeout(timer);
      const inSight = (entries.at(-1)?.intersectionRatio ?? 0) >= kShare;
      if (!inSight) return;
      timer = setTimeout(() => {
        if (document.visibilityState === 'hidden') return arm(); // looked away: the second begins again
        stop();
        exposed();
      }, kMs);
    },
    { threshold: kShare },
  );
  const arm = () => {
    observer.unobserve(element);
    observer.observe(element);
  };
  arm();
  return stop;
}
