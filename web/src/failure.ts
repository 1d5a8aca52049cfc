/** @file The error that carries the reason of a `fault` event. */

/** Why there is no offer. `reason` is a fixed code for the `fault` event and is never shown to the shopper. */
export class Failure extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** The reason of a Failure; for any other error, the step in which it was thrown. */
export function reasonOf(error: unknown, step: string): string {
  return error instanceof Failure ? error.reason : step;
}
