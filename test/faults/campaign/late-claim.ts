import Database from 'better-sqlite3';

const lateMs = 400;

/** The mutant: the claim of a leased pick is written some time after the transaction that gave the number to the case. */
export function writeClaimsLate(): void {
  const probe = new Database(':memory:');
  const statement = Object.getPrototypeOf(probe.prepare('SELECT 1')) as { run: (this: Database.Statement, ...values: unknown[]) => unknown };
  probe.close();
  const run = statement.run;
  statement.run = function lateRun(this: Database.Statement, ...values: unknown[]) {
    if (!this.source.startsWith('INSERT INTO outbox(') || !values.includes('claim-number')) return run.apply(this, values);
    setTimeout(() => run.apply(this, values), lateMs);
    return { changes: 1, lastInsertRowid: 0 };
  };
}
