import type { Request } from '#contract/contract.ts';
import type { CaseUsage } from '#contract/plans.ts';
import { findCallList, findUsage } from '../../store/tables/usage-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { summaryOf } from './calls/pack-calls.ts';

/** The usage as a customer told it. */
export type AskedUsage = NonNullable<Request<'plans/compare'>['usage']>;

/** The packed list where the case has one: what is compared and billed by if the usage is `from: 'calls'`. */
export type KeptUsage = { readonly usage: CaseUsage; readonly packed: Uint8Array | null; /** Changes whenever the usage does. */ readonly mark: string };

/** What the case is compared by: the kept usage, else the usual profile of the policy. An imported list speaks for itself. */
export function usageOfCase(context: Pick<ConsoleContext, 'db' | 'reference'>, caseId: string, asked?: AskedUsage): KeptUsage {
  const kept = findUsage(context.db, caseId);
  const list = findCallList(context.db, caseId);
  const summary = list && summaryOf(list.calls);
  const told = asked ?? (kept === null ? null : (JSON.parse(kept.usage) as AskedUsage));
  const usual: AskedUsage = { from: 'questions', ...context.reference.policy.tariff.usualProfile, terminals: 1, addOnIds: [] };
  const base = told ?? usual;
  const byCalls = base.from === 'calls' && summary !== null;
  return {
    usage: {
      ...base, from: byCalls ? 'calls' : 'questions', ...(byCalls && summary.profile), asked: told !== null,
      calls: list && summary && { fileName: list.fileName, count: summary.count, from: summary.from, to: summary.to, months: summary.months, seconds: summary.seconds },
    },
    packed: byCalls && list !== null ? list.calls : null, mark: `${kept?.keptAt ?? ''} ${list?.importedAt ?? ''}`,
  };
}
