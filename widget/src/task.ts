/** Lets the browser take what waits for it, where it knows how: what a start has to do is no one long task. */
export const yieldTask = () => (globalThis as { scheduler?: { yield?(): Promise<void> } }).scheduler?.yield?.();
