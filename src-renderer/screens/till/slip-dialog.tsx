import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { TillEntry } from '#contract/till.ts';
import { formatYuan, type Li } from '#domain/money/money.ts';
import type { TenderKind } from '#domain/till/tender.ts';
import { frameText } from '../../text/frame.ts';
import { tenderName } from '../../text/payment.ts';
import { entryWords, tillText } from '../../text/till.ts';
import { focusNextOnEnter } from '../../ui/form/focus-next.ts';
import { readNetAmount } from '../../ui/form/read-amount.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Money } from '../../ui/money.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';

export type NamedSlip = { readonly entryId: string; readonly li: number };
type Props = { readonly tender: TenderKind; readonly rows: readonly TillEntry[]; readonly onName: (slips: readonly NamedSlip[]) => Promise<unknown>; readonly onClose: () => void };

const words = tillText.slips;

/** A method does not add up: which slip says another amount. What is named belongs to its case from then on. */
export function SlipDialog(props: Props): ReactNode {
  return <Dialog title={words.title(tenderName[props.tender])} width={620} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ tender, rows, onName, onClose }: Props): ReactNode {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(rows.map((row) => [row.entryId, formatYuan(row.slipLi ?? row.li ?? 0, { grouped: false })])));
  const [busy, setBusy] = useState(false);
  const read = rows.map((row) => ({ row, li: readSlip(row, typed[row.entryId] ?? '') }));
  const ready = read.every(({ li }) => li !== null) && !busy;
  const name = async (): Promise<void> => {
    if (!ready) return;
    setBusy(true);
    await onName(read.flatMap(({ row, li }) => (li === null || li === row.li ? [] : [{ entryId: row.entryId, li }])));
    onClose();
  };
  useKeys([{ keys: 'Ctrl+Enter', label: words.done, run: () => void name() }]);
  return (
    <div onKeyDown={focusNextOnEnter}>
      <h2>{words.title(tenderName[tender])}</h2>
      <p className="hint">{words.hint}</p>
      <ul className="slip-rows scroll">
        {read.map(({ row, li }) => (
          <li key={row.entryId}>
            <span className="two-lines"><b>{row.company}</b><small>{entryWords(row)}　{row.reference}</small></span>
            <Money li={row.li ?? 0} />
            <Input aria-label={`${words.slip} ${row.receiptNo}`} inputMode="decimal" className="money-input" aria-invalid={li === null} {...(li === null ? { status: 'error' as const } : {})} value={typed[row.entryId] ?? ''} onFocus={(event) => event.target.select()} onChange={(event) => setTyped((old) => ({ ...old, [row.entryId]: event.target.value }))} />
          </li>
        ))}
      </ul>
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={words.done} keys="Ctrl+Enter" busy={busy} disabled={!ready} onClick={() => void name()} /></div>
    </div>
  );
}

/** A slip of money that went back is less than nothing, with its minus typed or not; one of money that came in never is. */
function readSlip({ li: booked }: TillEntry, text: string): Li | null {
  const li = readNetAmount(text);
  if (li === null) return null;
  if ((booked ?? 0) < 0) return li > 0 ? -li : li;
  return li < 0 ? null : li;
}
