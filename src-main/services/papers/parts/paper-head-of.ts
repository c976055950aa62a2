import type { PaperHead } from '#domain/agreement/paper-head.ts';
import type { LoadedCase } from '../../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../../console-context.ts';

/** Layout versions of the papers that have no clauses; the agreement's comes with its wording. */
const templates = {
  form: { id: 'SL-400', version: '第4版（2026-11）' }, receipt: { id: 'SJ-400', version: '第3版（2026-11）' }, reversal: { id: 'TK-400', version: '第1版（2026-11）' },
  comparison: { id: 'BJ-400', version: '第1版（2026-11）' },
} as const;

/** Head and foot of a paper of this case. */
export function paperHeadOf(context: ConsoleContext, { row, hall }: LoadedCase, actor: Actor, documentNumber: string, kind: 'agreement' | keyof typeof templates): PaperHead {
  return {
    documentNumber, caseNumber: row.caseNo, template: kind === 'agreement' ? context.reference.clauses.template : templates[kind],
    hall: { name: hall.name, code: hall.code, branchName: hall.branchName, city: hall.city, serviceLine: hall.serviceLine },
    clerk: { name: actor.name, staffNumber: actor.staffNo }, handlerName: row.customer.handlerName.trim(), training: context.mode === 'training', completedByHand: false,
  };
}
