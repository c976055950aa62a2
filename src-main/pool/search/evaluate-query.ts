import { assert } from '#domain/assert.ts';
import type { QueryTerm } from '#domain/number/query/number-query.ts';
import { andInto, countInto, orAndInto, type Bitmaps, type Operand } from '../index/bitmaps.ts';
import { EMPTY_SLOT, TERM_SLOTS, type SlotMap } from '../index/index-slots.ts';
import { planTerm, type Alternative, type TermPlan } from './query-plan.ts';

type Evaluation = { readonly bitmaps: Bitmaps; readonly slots: SlotMap; readonly heads: readonly string[] };

/** Places (0–6) whose digit may be any other, for a term. */
type Opened = (term: QueryTerm) => readonly number[];

/**
 * Makes a function that writes the suffixes of a segment that fit all terms into `slots.fits`; false when none can. Segments that ask
 * the same of a suffix share the work, and so do the parts of a term that do not look at the segment's own digit.
 */
export function evaluator({ bitmaps, slots, heads }: Evaluation, terms: readonly QueryTerm[], openFor: Opened): (segment: number) => boolean {
  assert(terms.length <= TERM_SLOTS, 'evaluator: more terms than there are slots');
  const sharedDone = new Set<number>();
  let evaluated = '';

  function writeTerm(plan: TermPlan, index: number): number {
    const slot = slots.term(index);
    if (plan.kind === 'count') {
      countInto(bitmaps, slot, plan.six, plan.least, plan.most);
      return slot;
    }
    if (plan.shared.length > 0 && !sharedDone.has(index)) writeAny(slot, EMPTY_SLOT, plan.shared);
    sharedDone.add(index);
    if (plan.own.length === 0) return slot;
    writeAny(slots.ownTerm(index), plan.shared.length > 0 ? slot : EMPTY_SLOT, plan.own);
    return slots.ownTerm(index);
  }

  function writeAny(slot: number, base: number, alternatives: readonly Alternative[]): void {
    alternatives.forEach((each, at) => orAndInto(bitmaps, slot, at === 0 ? base : slot, each, slots.spare));
  }

  return (segment) => {
    const plans = terms.map((term) => planTerm(term, { segment, own: Number(heads[segment]?.[3]), open: openFor(term), slots }));
    if (plans.some((plan) => plan.kind === 'any' && plan.shared.length === 0 && plan.own.length === 0)) return false;
    const key = JSON.stringify(plans);
    if (key === evaluated) return true;
    evaluated = key;
    const operands: Operand[] = [];
    plans.forEach((plan, index) => {
      const only = plan.kind === 'any' && plan.shared.length + plan.own.length === 1 ? (plan.shared[0] ?? plan.own[0]) : undefined;
      if (only) return operands.push(...only);
      return operands.push({ slot: writeTerm(plan, index), not: false });
    });
    andInto(bitmaps, slots.fits, operands);
    return true;
  };
}
