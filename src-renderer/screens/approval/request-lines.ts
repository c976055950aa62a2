import type { ApprovalDetail } from '#contract/approval.ts';
import { checkWord } from '../../text/approval.ts';
import { gradeName } from '../../text/formats.ts';
import { termText } from '../../text/number.ts';

/** One row that is read: what it is, its value, and what the check showed. */
export type RequestLine = { readonly label: string; readonly value: string; readonly check: ApprovalDetail['lines'][number]['check']; readonly text: string };

const people = ['name', 'credit-code', 'legal-name', 'handler-id', 'purpose', 'numbers-held', 'scans'] as const;
const money = ['number', 'monthly-minimum', 'prepay', 'term', 'plan'] as const;

/** Main's lines in the order they are read. */
export function requestLines(detail: ApprovalDetail): { readonly people: readonly RequestLine[]; readonly money: readonly RequestLine[] } {
  const line = (label: string): readonly RequestLine[] => detail.lines.filter((one) => one.label === label)
    .map(({ value, check, checkText }) => ({ label, value: valueOf(label, value, detail), check, text: checkText === '' ? '' : checkWord(checkText, detail.case) }));
  return { people: people.flatMap(line), money: money.flatMap(line) };
}

function valueOf(label: string, value: string, { row }: ApprovalDetail): string {
  switch (label) {
    case 'number': return gradeName(row.grade);
    case 'monthly-minimum': case 'prepay': return `¥${value}`;
    case 'term': return termText(Number(value));
    case 'numbers-held': return `${value.split('/')[0] ?? ''} 个，上限 ${value.split('/')[1] ?? ''} 个`;
    default: return value;
  }
}
