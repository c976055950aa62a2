import { Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Request } from '#contract/contract.ts';
import type { PaymentRow } from '#contract/payments.ts';
import type { Failure } from '#contract/failures.ts';
import { formatYuan } from '#domain/money/money.ts';
import { needsReference, type ReversalKind, type ReversalReason, reversalReasons } from '#domain/till/reversal.ts';
import { amount } from '../../text/formats.ts';
import { useBeside } from '../../stores/use-beside.ts';
import { failureSentence } from '../../text/failure-line.ts';
import { frameText } from '../../text/frame.ts';
import { paymentText, reversalName, reversalReason, tenderName } from '../../text/payment.ts';
import { Chip } from '../../ui/chip.tsx';
import { BesideFields, isBeside } from '../../ui/form/beside-fields.tsx';
import { Field } from '../../ui/form/field.tsx';
import { fieldAria } from '../../ui/form/field-aria.ts';
import { focusNextFromList, focusNextOnEnter } from '../../ui/form/focus-next.ts';
import { readAmount } from '../../ui/form/read-amount.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

export type Reversal = Request<'payments/reverse'>;
type Props = {
  readonly rows: readonly PaymentRow[]; readonly first: PaymentRow; readonly suggested: { readonly reason: ReversalReason; readonly li: number } | null;
  readonly onReverse: (reversal: Reversal) => Promise<Failure | null>; readonly onClose: () => void;
};

/** Gives money back, voids a payment, or stops waiting for one; a supervisor signs beside. */
export function ReverseDialog(props: Props): ReactNode {
  return <Dialog title={paymentText.reverse.title} width={560} onClose={props.onClose}><Body {...props} /></Dialog>;
}

const words = paymentText.reverse;

function Body({ rows, first, suggested, onReverse, onClose }: Props): ReactNode {
  const entry = useReversal(first, suggested);
  const { row, kind, li, problems } = entry;
  const attempt = useBeside((signed) => onReverse({ ...entry.request(), supervisor: kind === 'withdraw' ? null : signed }), onClose);
  const ready = Object.keys(problems).length === 0 && (kind === 'withdraw' || isBeside(attempt.beside)) && !attempt.busy;
  const send = (): void => { if (ready) void attempt.send(); };
  const label = words.done(reversalName[kind], li === null ? '—' : amount(li));
  useKeys([{ keys: 'Ctrl+Enter', label, run: send }]);
  return (
    <div className="reverse" onKeyDownCapture={focusNextFromList} onKeyDown={focusNextOnEnter}>
      <h2>{words.title}</h2>
      <div className="reverse-grid">
        <Field label={words.which} span={12} htmlFor="reverse-row">
          <Select id="reverse-row" value={row.paymentId} disabled={rows.length === 1} onChange={(id) => { const next = rows.find((one) => one.paymentId === id); if (next) entry.choose(next); }}
            options={rows.map((one) => ({ value: one.paymentId, label: `${tenderName[one.tender]} ${amount(one.amountLi)}　${one.receiptNo ?? paymentText.awaited}` }))} />
        </Field>
        <div className="field" style={{ gridColumn: 'span 12' }}>
          <span className="field-label">{words.kind}</span>
          <div className="reverse-kinds">{row.may.map((one) => <Chip key={one} label={reversalName[one]} on={one === kind} onClick={() => entry.pick(one)} />)}<span className="hint">{hintOf(kind)}</span></div>
        </div>
        <Field label={words.amount} span={6} htmlFor="reverse-amount" message={problems.amount}>
          <Input {...fieldAria('reverse-amount', problems.amount)} className="money-input" inputMode="decimal" disabled={kind !== 'refund'} value={entry.text} onFocus={(event) => event.target.select()} onChange={(event) => entry.type(event.target.value)} />
        </Field>
        <Field label={words.reason} span={6} htmlFor="reverse-reason">
          <Select id="reverse-reason" value={entry.reason} onChange={entry.because} options={reversalReasons[kind].map((one) => ({ value: one, label: reversalReason[one] }))} />
        </Field>
        <Field label={words.note} span={entry.asksReference ? 6 : 12} htmlFor="reverse-note" message={problems.note}><Input {...fieldAria('reverse-note', problems.note)} maxLength={200} value={entry.note} onChange={(event) => entry.explain(event.target.value)} /></Field>
        {entry.asksReference ? <Field label={words.reference} span={6} htmlFor="reverse-reference" message={problems.reference} tone="warning"><Input {...fieldAria('reverse-reference', problems.reference)} autoComplete="off" maxLength={60} value={entry.reference} onChange={(event) => entry.refer(event.target.value)} /></Field> : null}
        {kind === 'withdraw' ? null : <BesideFields words={words} value={attempt.beside} onChange={attempt.sign} />}
      </div>
      {kind === 'withdraw' ? null : <p className="hint">{words.besideHint}</p>}
      {attempt.refused ? <p role="alert"><StatusWord tone="error">{failureSentence(attempt.refused)}</StatusWord></p> : null}
      <div className="dialog-actions"><QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={label} keys="Ctrl+Enter" busy={attempt.busy} disabled={!ready} onClick={send} /></div>
    </div>
  );
}

const hintOf = (kind: ReversalKind): string => ({ void: words.whole, refund: words.part, withdraw: words.gone })[kind];

/** What is typed, what is wrong with it, and the request it makes. */
function useReversal(first: PaymentRow, suggested: Props['suggested']) {
  const kindOf = (row: PaymentRow): ReversalKind => row.may[0] ?? 'refund';
  const [row, setRow] = useState(first);
  const [kind, setKind] = useState<ReversalKind>(() => (suggested && first.may.includes('refund') ? 'refund' : kindOf(first)));
  const [typed, setTyped] = useState<string | null>(null);
  const [reason, setReason] = useState<ReversalReason>(suggested?.reason ?? reversalReasons[kind][0] ?? 'other');
  const [note, setNote] = useState('');
  const [reference, setReference] = useState('');
  const proposedLi = kind === 'refund' ? Math.min(row.reversibleLi, suggested?.li ?? row.reversibleLi) : row.amountLi;
  const text = kind === 'refund' ? typed ?? formatYuan(proposedLi) : formatYuan(row.amountLi);
  const li = readAmount(text);
  const asksReference = needsReference(kind, row.tender);
  const problems = {
    ...(li === null || li === 0 ? { amount: paymentText.wrong.amount } : li > row.reversibleLi ? { amount: words.over(formatYuan(row.reversibleLi)) } : {}),
    ...(reason === 'other' && note.trim() === '' ? { note: words.noteNeeded } : {}),
    ...(asksReference && reference.trim() === '' ? { reference: words.referenceNeeded } : {}),
  } as { readonly amount?: string; readonly note?: string; readonly reference?: string };
  return {
    row, kind, text, li, reason, note, reference, asksReference, problems,
    choose: (next: PaymentRow) => { setRow(next); setKind(kindOf(next)); setTyped(null); setReason(reversalReasons[kindOf(next)][0] ?? 'other'); },
    pick: (next: ReversalKind) => { setKind(next); setTyped(null); if (!reversalReasons[next].includes(reason)) setReason(reversalReasons[next][0] ?? 'other'); },
    type: setTyped, because: setReason, explain: setNote, refer: setReference,
    request: (): Omit<Reversal, 'supervisor'> => ({ paymentId: row.paymentId, kind, amountLi: li ?? 0, reason, note: note.trim(), reference: asksReference ? reference.trim() : '' }),
  };
}
