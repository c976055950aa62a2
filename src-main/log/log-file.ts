import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const keptDays = 30;
const pattern = /^console-(\d{4}-\d{2}-\d{2})\.jsonl$/;

/** Appends lines to one file a day in `folder`; older files than thirty days go at the start. */
export function openLogFile(folder: string, now: () => Date): (line: string) => void {
  mkdirSync(folder, { recursive: true });
  const oldest = new Date(now().getTime() - keptDays * 86_400_000).toISOString().slice(0, 10);
  for (const name of readdirSync(folder)) {
    const day = pattern.exec(name)?.[1];
    if (day !== undefined && day < oldest) rmSync(join(folder, name), { force: true });
  }
  return (line) => {
    // A full disk must not stop the counter: what the log would say is lost, the work goes on.
    try { appendFileSync(join(folder, `console-${now().toISOString().slice(0, 10)}.jsonl`), line, { mode: 0o600 }); } catch { /* see above */ }
  };
}
