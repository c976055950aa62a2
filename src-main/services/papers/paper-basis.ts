import { createHash } from 'node:crypto';
import type { PlanView } from '#contract/plans.ts';
import { canonicalText } from '#domain/agreement/canonical-text.ts';
import type { Facts } from '#domain/facts.ts';
import type { QuoteLine } from '#domain/tariff/quote.ts';
import type { CaseRow } from '../../store/tables/case-rows.ts';
import type { SealedPaper } from '../../store/tables/paper-rows.ts';
import type { PickRow } from '../../store/tables/number/pick-rows.ts';

const digest = (value: unknown): string => createHash('sha256').update(canonicalText(value)).digest('hex');

/** What a paper of a case is made from. */
export type PaperSource = { readonly row: CaseRow; readonly pick: PickRow | null; readonly plan: PlanView | null };

/** The numbers that a paper signed now is for: the case's own, and while it is provisional the fallbacks by rank. */
export const numbersNow = (pick: PickRow | null): readonly string[] => (pick === null ? [] : pick.hold === 'provisional' ? [pick.digits, ...pick.fallbacks] : [pick.digits]);

/** Digest of what a paper signed now says. */
export const basisNow = (kind: 'agreement' | 'form', source: PaperSource): string => basisOf[kind](source, numbersNow(source.pick));

/**
 * Whether a signed paper still says what the case is. A number that the customer signed for as a fallback may have become the case's,
 * at the same price; any other number, or a fallback that was not signed for, needs a new signature.
 */
export function paperStands(paper: Pick<SealedPaper, 'kind' | 'basisDigest' | 'numbers'>, source: PaperSource): boolean {
  // Only what is signed can be overtaken by the case.
  if (paper.kind !== 'agreement' && paper.kind !== 'form') return true;
  const signedFor = paper.numbers ?? numbersNow(source.pick).slice(0, 1);
  const named = paper.numbers === null || numbersNow(source.pick).every((digits) => signedFor.includes(digits));
  return named && basisOf[paper.kind](source, signedFor) === paper.basisDigest;
}

// Everything an agreement says about the case.
function agreementBasis({ row, pick, plan }: PaperSource, numbers: readonly string[]): string {
  const { customer } = row;
  return digest({
    paper: 'agreement', number: numbers.join(' '), grade: pick?.grade ?? 0, rulesVersion: pick?.rulesVersion ?? '',
    plan: plan === null ? '' : `${plan.planId} ${plan.version}`, addOns: [...(plan?.addOnIds ?? [])].sort(), quote: (plan?.quote?.lines ?? []).map(signedLine),
    customer: partyOf(row), address: customer.address, handlerRelation: customer.handlerRelation, purpose: customer.purpose, byHand: row.byHand.includes('agreement'),
  });
}

/**
 * A line of the quote as the papers of the first catalogue knew it, so that what was signed then still stands: a promotion counts by
 * what it takes off, not by its name, and what a fee comes to stands in the line itself.
 */
function signedLine({ calc, ...line }: QuoteLine): unknown {
  const unsaid: Facts = calc.code === 'as-listed' ? { ...nothingOff, waivedPeriods: 0, terminals: 1 } : nothingOff;
  const silent = calc.code === 'as-listed' ? ['promotion', 'eachLi'] : ['promotion'];
  const told = Object.entries(calc.facts).filter(([name, fact]) => unsaid[name] !== fact && !silent.includes(name));
  return { ...line, calc: { code: calc.code, facts: Object.fromEntries(told) } };
}

const nothingOff: Facts = { percentOff: 0, percentPeriods: 0 };

// Everything the acceptance form says about the case.
function formBasis({ row, plan }: PaperSource, numbers: readonly string[]): string {
  const { customer } = row;
  return digest({
    paper: 'form', number: numbers.join(' '), plan: plan?.planId ?? '', addOns: [...(plan?.addOnIds ?? [])].sort(), customer: partyOf(row), address: customer.address,
    phones: [customer.phone, customer.legalPhone, customer.handlerPhone], purpose: customer.purpose, routing: row.form, byHand: row.byHand.includes('form'),
  });
}

const basisOf = { agreement: agreementBasis, form: formBasis } as const;

const partyOf = ({ customer }: CaseRow): readonly string[] =>
  [customer.name, customer.creditCode, customer.legalName, customer.legalIdNumber, customer.handlerName, customer.handlerIdNumber];
