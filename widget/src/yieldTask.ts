/** @file Splits long work into several tasks. */

/**
 * Lets the browser handle waiting input and rendering, if it supports `scheduler.yield`, so that starting up is not one
 * long task. Never rejects, even if the page has replaced `scheduler.yield`.
 */
export async function yieldTask(): Promise<void> {
  try {
    await (globalThis as { scheduler?: { yield?(): Promise<void> } }).scheduler?.yield?.();
  } catch {
    // continue in the same task
  }
}
