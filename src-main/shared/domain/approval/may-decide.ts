import type { Facts } from '../facts.ts';
import { fail, ok, type Result } from '../result.ts';
import { may, type Role } from '../staff/role.ts';
import { sameStaff } from './same-staff.ts';

/** Why this person may not decide. */
export type DeciderRefusal = { readonly code: 'not-supervisor' | 'own-case' | 'last-editor' };

/** Who had a hand in a request: made the case, asked, edited it last. `owner`, whose case it is now, is known on the case's own PC only, which has the last word. */
export type Hands = { readonly createdBy: string; readonly requestedBy: string; readonly lastEditedBy: string; readonly owner?: string };

/** Four eyes: a supervisor whose case it is not, who neither made it, nor asked, nor edited it last. */
export function mayDecide({ decider, role, createdBy, requestedBy, lastEditedBy, owner }: Hands & { readonly decider: string; readonly role: Role }): Result<{ readonly decider: string }, DeciderRefusal> {
  if (!may(role, 'approval/decide')) return fail({ code: 'not-supervisor' });
  if (sameStaff(decider, createdBy)) return fail({ code: 'own-case' });
  if (sameStaff(decider, lastEditedBy)) return fail({ code: 'last-editor' });
  return sameStaff(decider, requestedBy) || sameStaff(decider, owner ?? '') ? fail({ code: 'own-case' }) : ok({ decider });
}

/** Scans that must be in before a decision: the licence and both sides of the handler's card. The rest may follow. */
export const neededForDecision: readonly string[] = ['licence', 'handler-id-front', 'handler-id-back'];

/** Whether the supervisor has enough to look at. */
export function documentsForDecision(present: ReadonlySet<string>, needed = neededForDecision): Result<true, { readonly code: 'documents-missing'; readonly missing: readonly string[]; readonly facts: Facts }> {
  const missing = needed.filter((kind) => !present.has(kind));
  return missing.length === 0 ? ok(true) : fail({ code: 'documents-missing', missing, facts: { count: missing.length } });
}
