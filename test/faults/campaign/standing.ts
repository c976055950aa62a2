import type { CaseView } from '#contract/cases.ts';
import type { LeaseView } from '#contract/leases.ts';
import type { Caller } from '../../support/test-console.ts';

/** What the hall has beside its cases: its rules, this PC's block, the keys that are let in. */
export type HallStanding = {
  readonly rulesVersion: number; readonly ruleIds: readonly string[];
  readonly lease: Pick<LeaseView, 'state' | 'epoch' | 'granted' | 'left' | 'picked' | 'claimed'>;
  readonly signers: readonly string[];
};

/** A case as the console reads it back. `held`: what of its shortlist is kept for it, or was until its time ran out. */
export type CaseStanding = { readonly view: CaseView; readonly list: readonly string[]; readonly held: readonly string[]; readonly happened: Readonly<Record<string, number>> };

/** Where a step begins, or what it left. `token`: the approval that was carried here, as text. */
export type Standing = CaseStanding & { readonly hall: HallStanding; readonly token: string | null };

export async function readHall(call: Caller): Promise<HallStanding> {
  const [{ version, rules }, lease, trusted] = [await call('rules/read', undefined), await call('leases/state', undefined), await call('approval/trusted', undefined)];
  const { state, epoch, granted, left, picked, claimed } = lease;
  return { rulesVersion: version, ruleIds: rules.rules.map(({ id }) => id), lease: { state, epoch, granted, left, picked, claimed }, signers: trusted.filter(({ endedAt }) => endedAt === null).map(({ keyId }) => keyId) };
}

export async function readCase(call: Caller, caseId: string): Promise<CaseStanding> {
  const [view, { items }, events] = [await call('cases/open', { caseId }), await call('shortlist/read', { caseId }), await call('cases/events', { caseId })];
  const happened: Record<string, number> = {};
  for (const { kind } of events) happened[kind] = (happened[kind] ?? 0) + 1;
  const held = items.filter(({ state }) => state === 'held' || state === 'expired');
  return { view, list: items.map(({ hit }) => hit.digits), held: held.map(({ hit }) => hit.digits), happened };
}

/** The whole console: the hall, and all cases, those that ended included. */
export type Everything = { readonly hall: HallStanding; readonly cases: readonly CaseStanding[] };

export async function readEverything(call: Caller): Promise<Everything> {
  const ids = new Set<string>();
  for (const filter of ['all', 'done'] as const) for (const { caseId } of (await call('workbench/list', { filter })).rows) ids.add(caseId);
  return { hall: await readHall(call), cases: await Promise.all(Array.from(ids, (caseId) => readCase(call, caseId))) };
}
