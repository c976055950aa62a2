import type { ApprovalDetail } from '#contract/approval.ts';
import { maskIdentityNumber } from '#domain/applicant/mask.ts';
import { formatYuan } from '#domain/money/money.ts';
import type { Grade } from '#domain/number/grade/number-rules.ts';
import { formatNumber } from '#domain/number/number.ts';
import { leastPrepayLi } from '#domain/tariff/number-conditions.ts';
import { countNumbersOf } from '../../store/tables/case-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import { readPolicy } from '../hall/policy.ts';
import { hitOf } from '../numbers/hit-of.ts';
import { rulesOfVersion } from '../rules/rules-in-force.ts';

type Line = ApprovalDetail['lines'][number];

/** What the supervisor reads row by row: the value, and what checking it against rule and table showed. */
export function detailLines(context: ConsoleContext, loaded: LoadedCase): readonly Line[] {
  const { row, pick, plan } = loaded;
  if (pick === null || plan === null || plan.quote === null) return [];
  const tables = rulesOfVersion(context, pick.rulesVersion);
  const hit = hitOf(context, pick.digits, tables);
  const leastLi = leastPrepayLi(hit.grade as Grade, hit.floorLi, tables.grades, context.reference.policy.tariff.prepay);
  const { quote } = plan;
  const held = countNumbersOf(context.db, row.customer.creditCode, row.caseId);
  const limit = readPolicy(context).numbersPerOrganisation;
  const errorAt = (field: string): string | null => loaded.customerProblems.find((problem) => problem.field === field && problem.severity === 'error')?.code ?? null;
  const purposeCode = loaded.customerProblems.find((problem) => problem.field === 'purpose')?.code ?? null;
  const named = (label: string, field: 'name' | 'legalName'): Line => line(label, row.customer[field], errorAt(field) === null ? null : 'error', errorAt(field) ?? '');
  return [
    named('name', 'name'),
    named('legal-name', 'legalName'),
    line('number', formatNumber(pick.digits), hit.grade === pick.grade ? 'ok' : 'error', hit.grade === pick.grade ? 'grade-by-rule' : 'grade-changed'),
    line('credit-code', row.customer.creditCode, errorAt('creditCode') === null ? 'ok' : 'error', errorAt('creditCode') ?? 'check-character-holds'),
    line('handler-id', `${row.customer.handlerName}　${maskIdentityNumber(row.customer.handlerIdNumber)}`, errorAt('handlerIdNumber') === null ? 'ok' : 'error', errorAt('handlerIdNumber') ?? 'check-digit-holds'),
    line('purpose', row.customer.purpose, purposeCode === null ? 'ok' : 'warning', purposeCode ?? 'within-scope'),
    line('numbers-held', `${held}/${limit}`, held < limit ? 'ok' : 'warning', held < limit ? 'under-limit' : 'at-limit'),
    line('plan', plan.name, plan.allowed ? 'ok' : 'error', plan.refusal?.code ?? 'plan-allowed'),
    line('monthly-minimum', formatYuan(quote.monthlyMinimumLi), quote.monthlyMinimumLi >= hit.floorLi ? 'ok' : 'warning', quote.monthlyMinimumLi >= hit.floorLi ? 'at-or-over-floor' : 'floor-waived-by-plan'),
    line('prepay', formatYuan(quote.prepayDueLi), quote.prepayDueLi >= leastLi ? 'ok' : 'warning', 'prepay-by-rule'),
    line('term', String(quote.termMonths), null, ''),
  ];
}

const line = (label: string, value: string, check: Line['check'], checkText: string): Line => ({ label, value, check, checkText });
