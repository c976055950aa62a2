import { type ReactNode, useRef, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { PaymentRow } from '#contract/payments.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { usePrinting } from '../../stores/use-printing.ts';
import { paymentText, takeLabel, type Tender, tenders } from '../../text/payment.ts';
import { focusNextFromList, focusNextOnEnter } from '../../ui/form/focus-next.ts';
import { TaskFoot } from '../../ui/form/task-foot.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ArrivalDialog } from './arrival-dialog.tsx';
import { DueLines } from './due-lines.tsx';
import { Ledger } from './ledger.tsx';
import { MoneyState } from './money-state.tsx';
import { PromisePanel } from './promise-panel.tsx';
import { ReceiptPane } from './receipt-pane.tsx';
import { ReprintDialog } from './reprint-dialog.tsx';
import { type TenderEntry, useTenderEntry } from './tender-entry.ts';
import { TenderFields } from './tender-fields.tsx';
import './prepayment.css';

/** Task 7: what is due, what came in, the next payment; receipts and the promised day at the right. */
export function PrepaymentScreen({ view }: { readonly view: CaseView }): ReactNode {
  const { act, goNext } = useOpenCase();
  const entry = useTenderEntry(view);
  const printing = usePrinting(view.caseId);
  const now = useNow(30_000);
  const [arriving, setArriving] = useState<PaymentRow | null>(null);
  const [reprinting, setReprinting] = useState<PaymentRow | null>(null);
  const fields = useRef<HTMLDivElement>(null);
  const { payments } = view;
  const today = wallTime(now).date;
  const receipts = payments.rows.filter((row) => row.receiptPaperId !== null).toSorted((a, b) => (a.receiptNo ?? '').localeCompare(b.receiptNo ?? ''));
  const takes = view.editable && view.agreement.status === 'signed' && entry.openLi > 0;
  const finish = async (): Promise<void> => {
    if (!takes) { await goNext(); return; }
    if (!(await entry.take())) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  // What follows the choice is a figure: it goes straight into the amount.
  const chooseTender = (next: Tender): void => {
    entry.choose(next);
    fields.current?.querySelector<HTMLElement>('#pay-amount')?.focus();
  };
  const print = (row: PaymentRow | undefined): void => {
    if (!row?.receiptPaperId || printing.printer === null) return;
    if (printing.jobsOf(row.receiptPaperId).length > 0) setReprinting(row);
    else void printing.print(row.receiptPaperId, 1, '');
  };
  const reprint = (reason: string): void => {
    if (reprinting?.receiptPaperId) void printing.print(reprinting.receiptPaperId, 1, reason);
    setReprinting(null);
  };
  const confirm = async (row: PaymentRow, arrivedOn: string, reference: string): Promise<void> => {
    await act('payments/confirm-arrival', { paymentId: row.paymentId, arrivedOn, reference });
    setArriving(null);
  };
  useKeys([
    { keys: 'Ctrl+1…4', label: paymentText.keys.tender, shown: takes, run: (key) => { const next = tenders[Number(key) - 1]; if (next && takes) chooseTender(next); } },
    { keys: 'Ctrl+P', label: paymentText.keys.print, shown: receipts.length > 0, run: () => print(receipts.at(-1)) },
    { keys: 'Ctrl+Enter', label: takes ? paymentText.keys.take : paymentText.keys.next, run: () => void finish() },
    ...(takes ? [{ keys: 'Enter', label: paymentText.keys.fill, when: 'no-field' as const, run: () => fields.current?.querySelector<HTMLElement>('#pay-given, #pay-reference')?.focus() }] : []),
  ]);
  return (
    <div className="task-body">
      <div className="money-panes">
        <div ref={fields} className="money-left scroll" onKeyDownCapture={focusNextFromList} onKeyDown={focusNextOnEnter}>
          <DueLines payments={payments} />
          <Ledger payments={payments} company={view.customer.name} today={today} {...(view.editable ? { onConfirm: setArriving } : {})} />
          {takes ? <TenderFields entry={entry} /> : <MoneyState view={view} />}
        </div>
        <div className="money-right scroll">
          <ReceiptPane receipts={receipts} printing={printing} onPrint={print} />
          <PromisePanel payments={payments} now={now} />
        </div>
      </div>
      {arriving ? <ArrivalDialog row={arriving} today={today} onClose={() => setArriving(null)} onConfirm={(day, reference) => confirm(arriving, day, reference)} /> : null}
      {reprinting?.receiptPaperId ? <ReprintDialog times={printing.jobsOf(reprinting.receiptPaperId)[0]?.copyNo ?? 1} onClose={() => setReprinting(null)} onPrint={reprint} /> : null}
      <TaskFoot note={view.editable ? paymentText.foot : paymentText.closed}>
        <PrimaryButton label={labelOf(view, entry, takes)} keys="Ctrl+Enter" busy={entry.busy} disabled={!takes && view.next === null} onClick={() => void finish()} />
      </TaskFoot>
    </div>
  );
}

function labelOf({ payments }: CaseView, { tender, amountLi, openLi }: TenderEntry, takes: boolean): string {
  if (takes) return takeLabel(tender, amountLi ?? openLi);
  if (payments.dueLi === 0) return paymentText.goOnDue;
  return payments.receivedLi >= payments.dueLi ? paymentText.goOn : paymentText.goOnWaiting;
}
