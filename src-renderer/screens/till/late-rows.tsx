import type { ReactNode } from 'react';
import type { TillEntry } from '#contract/till.ts';
import { tenderName } from '../../text/payment.ts';
import { entryWords, tillText } from '../../text/till.ts';
import { Money } from '../../ui/money.tsx';

/** Money that arrived when its shift was closed: booked there, told here. */
export function LateRows({ late, carriedIn }: { readonly late: readonly TillEntry[]; readonly carriedIn: readonly TillEntry[] }): ReactNode {
  if (late.length + carriedIn.length === 0) return null;
  return (
    <section className="late-rows">
      {late.length > 0 ? <Group title={tillText.late} hint={tillText.lateHint} rows={late} /> : null}
      {carriedIn.length > 0 ? <Group title={tillText.carriedIn} hint={tillText.lateHint} rows={carriedIn} /> : null}
    </section>
  );
}

function Group({ title, hint, rows }: { readonly title: string; readonly hint: string; readonly rows: readonly TillEntry[] }): ReactNode {
  return (
    <>
      <header className="list-title"><h3>{title}</h3><span className="hint">{hint}</span></header>
      <ul>{rows.map((row) => <li key={row.entryId}><span>{row.company}　{tenderName[row.tender]}　{entryWords(row)}</span><Money li={row.li ?? 0} /></li>)}</ul>
    </>
  );
}
