/** Runs pieces of work one after another: numbers that must have no gap are taken inside. */
export type Lane = <T>(work: () => Promise<T>) => Promise<T>;

/** A lane of its own; a piece that fails does not stop the next. */
export function makeLane(): Lane {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = tail.then(work, work);
    tail = result.catch(() => undefined);
    return result;
  };
}
