/** Statements about what must be true; when one is false it is our mistake, never the user's. */

/** Stops with a bug when `condition` is false. `why` says why we believed it. */
export function assert(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${why}`);
}

/** Closes a switch: the compiler complains here when a case was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
