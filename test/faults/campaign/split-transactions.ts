import Database from 'better-sqlite3';

const pause = new Int32Array(new SharedArrayBuffer(4));

/** The mutant: every statement commits by itself, and takes long enough that a kill falls between two of them. */
export function splitTransactions(): void {
  const probe = new Database(':memory:');
  const statement = Object.getPrototypeOf(probe.prepare('SELECT 1')) as { run: (this: unknown, ...values: unknown[]) => unknown };
  probe.close();
  const run = statement.run;
  statement.run = function slowRun(this: unknown, ...values: unknown[]) {
    const result = run.apply(this, values);
    Atomics.wait(pause, 0, 0, 6);
    return result;
  };
  const broken = (work: (...values: unknown[]) => unknown) => Object.assign((...values: unknown[]) => work(...values), { immediate: (...values: unknown[]) => work(...values) });
  (Database.prototype as unknown as { transaction: unknown }).transaction = broken;
}
