/** @file Reports errors and other unexpected actions of a page to the relay. */
/** Runs in a page before its own scripts: reports errors, console messages, dialogs and policy violations. */
export function recordNoise(): void {
  const report = navigator.sendBeacon.bind(navigator, '/-/report');
  const text = (what: unknown) => String((what as Error | undefined)?.stack ?? what).replaceAll('\n', ' ');
  addEventListener('error', (event) => {
    // If a file does not load, its element fires the event; the relay itself records the answer.
    if (event instanceof ErrorEvent) report(`page error: ${event.message} ${text(event.error)}`);
  });
  addEventListener('unhandledrejection', ({ reason }) => report(`page error: ${text(reason)}`));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    report(`securitypolicyviolation: ${effectiveDirective} ${blockedURI} ${sample}`),
  );
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    console[level] = (...values) => void report(`console ${level}: ${values.map(text).join(' ')}`);
  }
  const dialog =
    (kind: string, answer: unknown) =>
    (...values: unknown[]) => {
      report(`dialog: ${kind} ${values.join(' ')}`);
      return answer;
    };
  Object.assign(window, { alert: dialog('alert', undefined), confirm: dialog('confirm', false) });
  Object.assign(window, { prompt: dialog('prompt', null) });
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      if (/^https?:/.test(name) && new URL(name).host !== location.host) report(`request to another host: ${name}`);
    }
  }).observe({ type: 'resource', buffered: true });
}
