import { useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { formatYuan, type Li } from '#domain/money/money.ts';
import { hasSlip, isStranger } from '#domain/till/tender.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { paymentText, type Tender } from '../../text/payment.ts';
import { readAmount } from '../../ui/form/read-amount.ts';

type Field = 'amount' | 'given' | 'reference' | 'payer' | 'payerNote';

/** What is typed for the next payment, what it comes to, and what is wrong with it. */
export type TenderEntry = {
  readonly tender: Tender;
  readonly openLi: Li;
  readonly amountLi: Li | null;
  readonly changeLi: Li | null;
  readonly typed: Readonly<Record<Field, string>>;
  /** Somebody else than the customer pays: asked why. */
  readonly stranger: boolean;
  readonly problems: Partial<Readonly<Record<Field, string>>>;
  readonly busy: boolean;
  readonly choose: (tender: Tender) => void;
  readonly type: (field: Field, text: string) => void;
  readonly take: () => Promise<boolean>;
};

type Typed = { readonly amount: string | null; readonly given: string; readonly reference: string; readonly payer: string | null; readonly payerNote: string };

const blank: Typed = { amount: null, given: '', reference: '', payer: null, payerNote: '' };

/** The amount is what is still open and the payer the company, until something else is typed. */
export function useTenderEntry(view: CaseView): TenderEntry {
  const { act } = useOpenCase();
  const [tender, setTender] = useState<Tender>('cash');
  const [typed, setTyped] = useState(blank);
  const [complained, setComplained] = useState(false);
  const [busy, setBusy] = useState(false);
  const { dueLi, receivedLi, waitingLi } = view.payments;
  const openLi = Math.max(0, dueLi - receivedLi - waitingLi);
  const fields = { amount: typed.amount ?? formatYuan(openLi), given: typed.given, reference: typed.reference, payer: typed.payer ?? view.customer.name, payerNote: typed.payerNote };
  const stranger = isStranger({ name: fields.payer, customer: view.customer.name });
  const amountLi = readAmount(fields.amount);
  // Nothing typed means the exact sum was handed over.
  const givenLi = tender === 'cash' ? (fields.given === '' ? amountLi : readAmount(fields.given)) : null;
  const problems = problemsOf({ tender, fields, openLi, amountLi, givenLi, stranger }, complained);
  const take = async (): Promise<boolean> => {
    if (busy) return false;
    setComplained(true);
    if (amountLi === null || Object.keys(problemsOf({ tender, fields, openLi, amountLi, givenLi, stranger }, true)).length > 0) return false;
    setBusy(true);
    const answer = await act('payments/take', { caseId: view.caseId, tender, amountLi, tenderedLi: givenLi, reference: fields.reference.trim(), payerName: fields.payer.trim(), payerNote: stranger ? fields.payerNote.trim() : '' });
    setBusy(false);
    if (!answer.ok) return false;
    setTyped(blank);
    setComplained(false);
    return true;
  };
  return {
    tender, openLi, amountLi, typed: fields, stranger, problems, busy, take, changeLi: amountLi !== null && givenLi !== null && givenLi >= amountLi ? givenLi - amountLi : null,
    choose: (next) => { setTender(next); setTyped((old) => ({ ...old, given: '', reference: '' })); setComplained(false); },
    type: (field, text) => setTyped((old) => ({ ...old, [field]: text })),
  };
}

/** Wrong figures are told at once; what is only empty is told after the first try. */
function problemsOf({ tender, fields, openLi, amountLi, givenLi, stranger }: {
  readonly tender: Tender; readonly fields: Readonly<Record<Field, string>>; readonly openLi: Li; readonly amountLi: Li | null; readonly givenLi: Li | null; readonly stranger: boolean;
}, complained: boolean): Partial<Record<Field, string>> {
  const { wrong } = paymentText;
  const found: Partial<Record<Field, string>> = {};
  if (amountLi === null || amountLi === 0) found.amount = wrong.amount;
  else if (amountLi > openLi) found.amount = wrong.over(formatYuan(openLi));
  if (tender === 'cash' && givenLi === null) found.given = wrong.amount;
  else if (givenLi !== null && amountLi !== null && givenLi < amountLi) found.given = wrong.short(formatYuan(amountLi - givenLi));
  if (complained && hasSlip(tender) && fields.reference.trim() === '') found.reference = wrong.reference;
  if (complained && fields.payer.trim() === '') found.payer = wrong.payer;
  if (complained && stranger && fields.payerNote.trim() === '') found.payerNote = wrong.payerNote;
  return found;
}
