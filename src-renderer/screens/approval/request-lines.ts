import type { ApprovalDetail } from '#contract/approval.ts';
import type { CustomerDraft } from '#domain/applicant/customer.ts';
import { checkWord } from '../../text/approval.ts';
import { problemText } from '../../text/customer-problems.ts';
import { gradeName } from '../../text/formats.ts';

/** One row that is read: what it is, its value, and what the check showed. */
export type RequestLine = { readonly label: string; readonly value: string; readonly check: ApprovalDetail['lines'][number]['check']; readonly text: string };

const people = ['credit-code', 'handler-id', 'purpose', 'numbers-held'] as const;
const money = ['number', 'monthly-minimum', 'prepay', 'term', 'plan'] as const;

/** Main's lines in the order they are read, with the names that belong beside them. */
export function requestLines(detail: ApprovalDetail): { readonly people: readonly RequestLine[]; readonly money: readonly RequestLine[] } {
  const { customer } = detail.case;
  const line = (label: string): readonly RequestLine[] => detail.lines.filter((one) => one.label === label)
    .map(({ value, check, checkText }) => ({ label, value: valueOf(label, value, detail), check, text: checkText === '' ? '' : checkWord(checkText, detail.case) }));
  const [creditCode, ...others] = people.map(line);
  return {
    people: [typed(detail, 'name', 'name', customer.name), ...(creditCode ?? []), typed(detail, 'legal-name', 'legalName', customer.legalName), ...others.flat()],
    money: money.flatMap(line),
  };
}

/** A name as typed; it carries a mark only when something is wrong with it. */
function typed({ case: { customerProblems } }: ApprovalDetail, label: string, field: keyof CustomerDraft, value: string): RequestLine {
  const problem = customerProblems.find((one) => one.field === field);
  return { label, value, check: problem?.severity ?? null, text: problem ? problemText(problem) : '' };
}

function valueOf(label: string, value: string, { row, case: { customer } }: ApprovalDetail): string {
  switch (label) {
    case 'number': return gradeName(row.grade);
    case 'handler-id': return `${value}　${customer.handlerIdNumber}`;
    case 'monthly-minimum': case 'prepay': return `¥${value}`;
    case 'term': return value === '0' ? '不限' : `${value} 个月`;
    case 'numbers-held': return `${value.split('/')[0] ?? ''} 个，上限 ${value.split('/')[1] ?? ''} 个`;
    default: return value;
  }
}
