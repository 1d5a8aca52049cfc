/** Why there is no offer: a fixed word for the `fault` event, never shown to the shopper. */
export class Failure extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** The word for anything thrown; foreign errors are named after the step they broke. */
export function reasonOf(error: unknown, step: string): string {
  return error instanceof Failure ? error.reason : step;
}
