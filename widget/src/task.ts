/**
 * Lets the browser take what waits for it, where it knows how: what a start has to do is no one long task.
 *
 * Never rejects, whatever a page has put in the place of the browser's own.
 */
export async function yieldTask(): Promise<void> {
  try {
    await (globalThis as { scheduler?: { yield?(): Promise<void> } }).scheduler?.yield?.();
  } catch {
    // then there is no break
  }
}
