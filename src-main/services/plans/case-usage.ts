import type { Request } from '#contract/contract.ts';
import type { CaseUsage } from '#contract/plans.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { findCallList, findUsage } from '../../store/tables/usage-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { summaryOf } from './calls/pack-calls.ts';

/** The usage as a customer told it. */
export type AskedUsage = NonNullable<Request<'plans/compare'>['usage']>;

/** The packed list where the case has one: what is compared and billed by if the usage is `from: 'calls'`. */
export type KeptUsage = { readonly usage: CaseUsage; readonly packed: Uint8Array | null; /** Changes whenever the usage does. */ readonly mark: string };

/** As it is kept: beside a list stand the answers of before it; `asked: false` says that nobody had given any. */
type Kept = AskedUsage & { readonly asked?: false };

/** What the case is compared by: the kept usage, else the usual profile of the policy with what goes with the chosen plan. An imported list speaks for itself. */
export function usageOfCase(context: Pick<ConsoleContext, 'db' | 'reference'>, caseId: string, asked?: AskedUsage): KeptUsage {
  const kept = findUsage(context.db, caseId);
  const list = findCallList(context.db, caseId);
  const summary = list && summaryOf(list.calls);
  const told = answersOf(context, caseId);
  const base = asked ?? told;
  const byCalls = base.from === 'calls' && summary !== null;
  const { minutes, localPercent, mobilePercent } = byCalls ? summary.profile : base;
  return {
    usage: {
      from: byCalls ? 'calls' : 'questions', minutes, localPercent, mobilePercent, terminals: base.terminals, addOnIds: base.addOnIds, asked: byCalls || asked !== undefined || told.asked !== false,
      calls: list && summary && { fileName: list.fileName, count: summary.count, from: summary.from, to: summary.to, months: summary.months, seconds: summary.seconds },
    },
    packed: byCalls && list !== null ? list.calls : null, mark: `${kept?.keptAt ?? ''} ${list?.importedAt ?? ''}`,
  };
}

/** What the customer answered; until then the usual profile, with the add-ons and terminals of a plan that was chosen without being asked. */
export function answersOf(context: Pick<ConsoleContext, 'db' | 'reference'>, caseId: string): Kept {
  const kept = findUsage(context.db, caseId);
  if (kept !== null) return JSON.parse(kept.usage) as Kept;
  const plan = findCase(context.db, caseId)?.plan ?? null;
  return { from: 'questions', ...context.reference.policy.tariff.usualProfile, terminals: plan?.terminals ?? 1, addOnIds: [...(plan?.addOnIds ?? [])], asked: false };
}

/** A usage as it is to be kept: a list's average never takes the place of the customer's own answers. */
export function usageToKeep(context: Pick<ConsoleContext, 'db' | 'reference'>, caseId: string, usage: AskedUsage): Kept {
  if (usage.from === 'questions') return usage;
  const { minutes, localPercent, mobilePercent, asked } = answersOf(context, caseId);
  return { ...usage, minutes, localPercent, mobilePercent, ...(asked === false && { asked }) };
}
