/** A broken promise of our own code. Thrown, logged once with a reference, never shown as advice. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

/** Holds or throws; the message starts with the function's name and carries no personal value. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BrokenPromise(message);
}

/** The last arm of a switch over a union: compiles only when every case was handled. */
export function unreachable(value: never): never {
  throw new BrokenPromise(`unreachable: ${JSON.stringify(value)}`);
}
