import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import type { PaymentRow } from '#contract/payments.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { usePrinting } from '../../stores/use-printing.ts';
import { useTill } from '../../stores/use-till.ts';
import { amount } from '../../text/formats.ts';
import { paymentText, refundWhy, takeLabel, type Tender, tenders } from '../../text/payment.ts';
import { focusNextFromList, focusNextOnEnter } from '../../ui/form/focus-next.ts';
import { TaskFoot } from '../../ui/form/task-foot.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Kbd } from '../../ui/keys/kbd.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ArrivalDialog } from './arrival-dialog.tsx';
import { DueLines } from './due-lines.tsx';
import { Ledger } from './ledger.tsx';
import { type MoneyPaper, moneyPapers } from './money-papers.ts';
import { MoneyState } from './money-state.tsx';
import { PromisePanel } from './promise-panel.tsx';
import { ReceiptPane } from './receipt-pane.tsx';
import { ReprintDialog } from './reprint-dialog.tsx';
import { type Reversal, ReverseDialog } from './reverse-dialog.tsx';
import { openShiftLabel, ShiftPanel, useFloat } from './shift-panel.tsx';
import { type TenderEntry, useTenderEntry } from './tender-entry.ts';
import { TenderFields } from './tender-fields.tsx';
import './prepayment.css';

/** Task 7: what is due, what came in, the next payment; receipts and the promised day at the right. */
export function PrepaymentScreen({ view }: { readonly view: CaseView }): ReactNode {
  const { act, goNext, dismiss } = useOpenCase();
  const entry = useTenderEntry(view);
  const printing = usePrinting(view.caseId);
  const now = useNow(30_000);
  const [arriving, setArriving] = useState<PaymentRow | null>(null);
  const till = useTill();
  const float = useFloat(till);
  const { show } = useNavigation();
  const [reversing, setReversing] = useState<PaymentRow | null>(null);
  const [reprinting, setReprinting] = useState<MoneyPaper | null>(null);
  const fields = useRef<HTMLDivElement>(null);
  const { payments } = view;
  const today = wallTime(now).date;
  const receipts = moneyPapers(payments);
  const due = view.editable && view.agreement.status === 'signed' && entry.openLi > 0;
  const standing = till.state?.standing ?? null;
  const takes = due && standing === 'own';
  const opens = due && standing === 'none';
  // Who opened the shift here goes on with the figure, once its field is there.
  const openedHere = useRef(false);
  useEffect(() => {
    if (!takes || !openedHere.current) return;
    openedHere.current = false;
    fields.current?.querySelector<HTMLElement>('#pay-amount')?.focus();
  });
  // Rows above grow with every payment; what is typed next stays in sight.
  const seen = useRef(-1);
  useEffect(() => {
    if (!takes || seen.current === receipts.length) return;
    seen.current = receipts.length;
    fields.current?.querySelector('.tender')?.scrollIntoView({ block: 'nearest' });
  });
  const reversible = payments.rows.filter((row) => row.may.length > 0);
  const reverse = async (reversal: Reversal): Promise<Failure | null> => {
    const answer = await act('payments/reverse', reversal);
    if (answer.ok) return null;
    // The dialog tells it.
    dismiss();
    return answer.error;
  };
  const finish = async (): Promise<void> => {
    if (opens) { openedHere.current = await float.open(); return; }
    if (due && !takes) { show('till'); return; }
    if (!takes) { await goNext(); return; }
    if (!(await entry.take())) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  // What follows the choice is a figure: it goes straight into the amount.
  const chooseTender = (next: Tender): void => {
    entry.choose(next);
    fields.current?.querySelector<HTMLElement>('#pay-amount')?.focus();
  };
  const print = (paper: MoneyPaper | undefined): void => {
    if (!paper || printing.printer === null) return;
    if (printing.jobsOf(paper.paperId).length > 0) setReprinting(paper);
    else void printing.print(paper.paperId, 1, '');
  };
  const reprint = (reason: string): void => {
    if (reprinting) void printing.print(reprinting.paperId, 1, reason);
    setReprinting(null);
  };
  const confirm = async (row: PaymentRow, arrivedOn: string, reference: string): Promise<void> => {
    await act('payments/confirm-arrival', { paymentId: row.paymentId, arrivedOn, reference });
    setArriving(null);
  };
  useKeys([
    { keys: 'Ctrl+1…6', label: paymentText.keys.tender, shown: takes, run: (key) => { const next = tenders[Number(key) - 1]; if (next && takes) chooseTender(next); } },
    { keys: 'Ctrl+P', label: paymentText.keys.print, shown: receipts.length > 0 && printing.printer !== null, run: () => print(receipts.at(-1)) },
    { keys: 'F7', label: paymentText.keys.reverse, shown: reversible.length > 0, run: () => setReversing(reversible.at(-1) ?? null) },
    { keys: 'Ctrl+Enter', label: takes ? paymentText.keys.take : opens ? openShiftLabel(float) : paymentText.keys.next, run: () => void finish() },
    ...(takes ? [{ keys: 'Enter', label: paymentText.keys.fill, when: 'no-field' as const, run: () => fields.current?.querySelector<HTMLElement>('#pay-given, #pay-reference')?.focus() }] : []),
  ]);
  return (
    <div className="task-body">
      <div className="money-panes">
        <div ref={fields} className="money-left scroll" onKeyDownCapture={focusNextFromList} onKeyDown={focusNextOnEnter}>
          {payments.refund ? (
            <p className="money-state" data-tone="warning"><StatusWord tone="warning">{paymentText.refundDue(refundWhy[payments.refund.why])} {amount(payments.refund.li)}</StatusWord> <button type="button" className="link" disabled={reversible.length === 0} onClick={() => setReversing(reversible.at(-1) ?? null)}>{paymentText.refundOpen}</button> <Kbd keys="F7" /></p>
          ) : null}
          <DueLines payments={payments} />
          <Ledger payments={payments} company={view.customer.name} today={today} onReverse={setReversing} {...(view.editable || view.state !== 'draft' ? { onConfirm: setArriving } : {})} />
          {takes ? <TenderFields entry={entry} /> : due && till.state ? <ShiftPanel state={till.state} float={float} onGoToTill={() => show('till')} /> : <MoneyState view={view} />}
        </div>
        <div className="money-right scroll">
          <ReceiptPane receipts={receipts} printing={printing} onPrint={print} />
          <PromisePanel payments={payments} now={now} />
        </div>
      </div>
      {arriving ? <ArrivalDialog row={arriving} today={today} onClose={() => setArriving(null)} onConfirm={(day, reference) => confirm(arriving, day, reference)} /> : null}
      {reversing ? <ReverseDialog rows={reversible} first={reversing} suggested={payments.refund ? { reason: payments.refund.why, li: payments.refund.li } : null} onReverse={reverse} onClose={() => setReversing(null)} /> : null}
      {reprinting ? <ReprintDialog times={printing.jobsOf(reprinting.paperId)[0]?.copyNo ?? 1} onClose={() => setReprinting(null)} onPrint={reprint} /> : null}
      <TaskFoot note={view.editable ? paymentText.foot : paymentText.closed}>
        <PrimaryButton label={due && !takes ? (opens ? openShiftLabel(float) : paymentText.shift.go) : labelOf(view, entry, takes)} keys="Ctrl+Enter" busy={entry.busy || float.busy} disabled={!due && view.next === null} onClick={() => void finish()} />
      </TaskFoot>
    </div>
  );
}

function labelOf({ payments }: CaseView, { tender, amountLi, openLi }: TenderEntry, takes: boolean): string {
  if (takes) return takeLabel(tender, amountLi ?? openLi);
  if (payments.dueLi === 0) return paymentText.goOnDue;
  return payments.receivedLi >= payments.dueLi ? paymentText.goOn : paymentText.goOnWaiting;
}
