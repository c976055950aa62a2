import type { Facts } from '../facts.ts';
import { fail, ok, type Result } from '../result.ts';
import { may, type Role } from '../staff/role.ts';

/** Why this person may not decide. */
export type DeciderRefusal = { readonly code: 'not-supervisor' | 'own-case' | 'last-editor' };

/** Four eyes: a supervisor who neither made the case nor edited it last. */
export function mayDecide(question: {
  readonly decider: string;
  readonly role: Role;
  readonly createdBy: string;
  readonly lastEditedBy: string;
}): Result<{ readonly decider: string }, DeciderRefusal> {
  const decider = sameStaffNo(question.decider);
  if (!may(question.role, 'approval/decide')) return fail({ code: 'not-supervisor' });
  if (decider === sameStaffNo(question.createdBy)) return fail({ code: 'own-case' });
  return decider === sameStaffNo(question.lastEditedBy) ? fail({ code: 'last-editor' }) : ok({ decider: question.decider });
}

/** Scans that must be in before a decision: the licence and both sides of the handler's card. The rest may follow. */
export const neededForDecision: readonly string[] = ['licence', 'handler-id-front', 'handler-id-back'];

/** Whether the supervisor has enough to look at. */
export function documentsForDecision(present: ReadonlySet<string>, needed = neededForDecision): Result<true, { readonly code: 'documents-missing'; readonly missing: readonly string[]; readonly facts: Facts }> {
  const missing = needed.filter((kind) => !present.has(kind));
  return missing.length === 0 ? ok(true) : fail({ code: 'documents-missing', missing, facts: { count: missing.length } });
}

/** bj40127 and BJ40127 are one person. */
const sameStaffNo = (staffNo: string): string => staffNo.trim().toUpperCase();
