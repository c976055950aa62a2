import { createHash } from 'node:crypto';
import type { PlanView } from '#contract/plans.ts';
import { canonicalText } from '#domain/agreement/canonical-text.ts';
import type { CaseRow } from '../../store/tables/case-rows.ts';
import type { PickRow } from '../../store/tables/number/pick-rows.ts';

const digest = (value: unknown): string => createHash('sha256').update(canonicalText(value)).digest('hex');

/** Digest of everything an agreement says about this case: as soon as one of these changes, a signed agreement is outdated. */
export function agreementBasis(row: CaseRow, pick: PickRow | null, plan: PlanView | null): string {
  const { customer } = row;
  return digest({
    paper: 'agreement', number: pick?.digits ?? '', grade: pick?.grade ?? 0, rulesVersion: pick?.rulesVersion ?? '',
    plan: plan === null ? '' : `${plan.planId} ${plan.version}`, addOns: [...(plan?.addOnIds ?? [])].sort(), quote: plan?.quote?.lines ?? [],
    customer: partyOf(row), address: customer.address, handlerRelation: customer.handlerRelation, purpose: customer.purpose, byHand: row.byHand.includes('agreement'),
  });
}

/** Digest of everything the acceptance form says about this case. */
export function formBasis(row: CaseRow, pick: PickRow | null, plan: PlanView | null): string {
  const { customer } = row;
  return digest({
    paper: 'form', number: pick?.digits ?? '', plan: plan?.planId ?? '', addOns: [...(plan?.addOnIds ?? [])].sort(), customer: partyOf(row), address: customer.address,
    phones: [customer.phone, customer.legalPhone, customer.handlerPhone], purpose: customer.purpose, routing: row.form, byHand: row.byHand.includes('form'),
  });
}

const partyOf = ({ customer }: CaseRow): readonly string[] =>
  [customer.name, customer.creditCode, customer.legalName, customer.legalIdNumber, customer.handlerName, customer.handlerIdNumber];
