/** Runs in a page before anything of its own: tells the relay of errors, words on the console, dialogs, refusals. */
export function recordNoise(): void {
  const tell = navigator.sendBeacon.bind(navigator, '/-/heard');
  const text = (what: unknown) => String((what as Error | undefined)?.stack ?? what).replaceAll('\n', ' ');
  addEventListener('error', (event) => {
    // A file that does not load is an event of its element; what it was answered the relay knows.
    if (event instanceof ErrorEvent) tell(`page error: ${event.message} ${text(event.error)}`);
  });
  addEventListener('unhandledrejection', ({ reason }) => tell(`page error: ${text(reason)}`));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    tell(`securitypolicyviolation: ${effectiveDirective} ${blockedURI} ${sample}`),
  );
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    console[level] = (...words) => void tell(`console ${level}: ${words.map(text).join(' ')}`);
  }
  const dialog =
    (kind: string, answer: unknown) =>
    (...words: unknown[]) => {
      tell(`dialog: ${kind} ${words.join(' ')}`);
      return answer;
    };
  Object.assign(window, { alert: dialog('alert', undefined), confirm: dialog('confirm', false) });
  Object.assign(window, { prompt: dialog('prompt', null) });
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      if (/^https?:/.test(name) && new URL(name).host !== location.host) tell(`asked elsewhere: ${name}`);
    }
  }).observe({ type: 'resource', buffered: true });
}
