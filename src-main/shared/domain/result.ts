/** Outcome of a decision that may refuse: a refusal is a value with a code, never a throw. */
export type Result<T, E> = Ok<T> | Fail<E>;

/** The decision was taken; `value` is what came of it. */
export type Ok<T> = { readonly ok: true; readonly value: T };

/** The decision was refused; `error.code` says why as a kebab-case fact. */
export type Fail<E> = { readonly ok: false; readonly error: E };

/** Wraps a value that was decided. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** Wraps the reason of a refusal. */
export const fail = <E>(error: E): Fail<E> => ({ ok: false, error });
