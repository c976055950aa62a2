import { roundToFen } from '../../money/money.ts';
import { exactProduct, fractionToFen } from '../../money/round-fraction.ts';
import type { BillLine, BillRule } from '../bill.ts';
import type { Plan } from '../catalogue.ts';
import type { ClassMinutes } from './month-usage.ts';
import { CALL_CLASSES, minutePriceLi } from './rate-call.ts';

const CLASS_RULES = { local: 'RATE-LOCAL', fixed: 'RATE-FIXED', mobile: 'RATE-MOBILE' } as const;

/** The call lines of a month, by one price or by who calls, and what the cap takes off them (tariff-rules.md 3.3, 3.4). */
export function callLines({ rates, callCapLi }: Plan, charged: ClassMinutes, included: number): readonly BillLine[] {
  if (rates.kind === 'none') return [];
  const lines = rates.kind === 'flat'
    ? [callLine(included > 0 ? 'RATE-AFTER-INCLUDED' : 'RATE-ANY', charged.local + charged.fixed + charged.mobile, charged.of, rates.liPerMinute)]
    : CALL_CLASSES.map((of) => callLine(CLASS_RULES[of], charged[of], charged.of, minutePriceLi(rates, of) ?? 0));
  const callsLi = lines.reduce((sum, { li }) => sum + li, 0);
  if (callCapLi === null || callsLi <= callCapLi) return lines;
  return [...lines, { item: 'call-cap', ruleId: 'CALL-CAP', addOnId: null, li: -roundToFen(callsLi - callCapLi), facts: { capLi: callCapLi, callsLi } }];
}

function callLine(ruleId: BillRule, minutes: number, of: number, liPerMinute: number): BillLine {
  const facts = { milliMinutes: fractionToFen(exactProduct(minutes, 10_000), of) / 10, liPerMinute };
  return { item: 'calls', ruleId, addOnId: null, li: fractionToFen(exactProduct(minutes, liPerMinute), of), facts };
}
