import { assert } from '#domain/assert.ts';
import { loadCase } from '../cases/load-case.ts';
import type { ConsoleContext } from '../console-context.ts';

/** What was signed for the case, seen from the number that it has now: nothing yet; all of it stands, plan and amounts included; or it has to be signed anew. */
export function papersStand(context: ConsoleContext, caseId: string): 'unsigned' | 'stand' | 'outdated' {
  const loaded = loadCase(context, caseId);
  assert(loaded !== null, 'papersStand: the case vanished');
  const { agreement, form, planChosen, planAllowed } = loaded.facts;
  if (agreement === 'outdated' || form === 'outdated' || (planChosen && !planAllowed)) return 'outdated';
  return agreement === 'none' && form === 'none' ? 'unsigned' : 'stand';
}
