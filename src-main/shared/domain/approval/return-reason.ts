import { fail, ok, type Result } from '../result.ts';

/** Why a request goes back; each code points at what the clerk mends. */
export type ReturnReason = 'licence-unclear' | 'identity-unclear' | 'purpose-doubtful' | 'number-not-justified' | 'plan-too-small' | 'other';

/** Every reason, in the order of the keys 1 to 6. */
export const returnReasons: readonly ReturnReason[] = ['licence-unclear', 'identity-unclear', 'purpose-doubtful', 'number-not-justified', 'plan-too-small', 'other'];

/** The task and field that a reason points at; null where the whole task is meant. */
export const returnPlaces: Readonly<Record<ReturnReason, { readonly task: 'customer' | 'number' | 'plan' | 'documents'; readonly field: string | null }>> = {
  'licence-unclear': { task: 'documents', field: 'licence' },
  'identity-unclear': { task: 'documents', field: 'handler-id-front' },
  'purpose-doubtful': { task: 'customer', field: 'purpose' },
  'number-not-justified': { task: 'number', field: null },
  'plan-too-small': { task: 'plan', field: null },
  other: { task: 'customer', field: null },
};

/** A return says why: at least one reason, each once, and a note where the reason is `other`. */
export function checkReturn(reasons: readonly ReturnReason[], note: string): Result<readonly ReturnReason[], { readonly code: 'return-reason-missing' | 'return-note-missing' }> {
  if (reasons.length === 0) return fail({ code: 'return-reason-missing' });
  if (reasons.includes('other') && note.trim() === '') return fail({ code: 'return-note-missing' });
  return ok(returnReasons.filter((reason) => reasons.includes(reason)));
}
