import type { Failure } from '#contract/failures.ts';
import type { RuleDraft, RulePreview, RuleTableView, RuleTrial } from '#contract/rules.ts';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import type { GradeTable, NumberRules } from '#domain/number/grade/number-rules.ts';
import { type RuleChanges, ruleChanges } from '#domain/number/grade/rule-changes.ts';
import { neverWins, ruleProblems } from '#domain/number/grade/rule-problems.ts';
import { ok, type Result } from '#domain/result.ts';
import { gradesAboveRange } from '#domain/tariff/grades-above-range.ts';
import { inTransaction } from '../../store/db.ts';
import { countHeldPicks } from '../../store/tables/number/pick-rows.ts';
import { insertRuleTable, listRuleTables } from '../../store/tables/number/rule-rows.ts';
import { findStaff } from '../../store/tables/staff-rows.ts';
import { catalogueInForce } from '../catalogue/catalogue-in-force.ts';
import { standardInForce } from '../catalogue/standard-in-force.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { poolStatus } from '../numbers/search-numbers.ts';
import { refuse } from '../refuse.ts';
import { keepShippedRules, rulesInForce, rulesOfVersion, type RulesVersion } from './rules-in-force.ts';

/** The table in force with everything that was ever published here; a table that came with the program has no publisher. */
export function readRules(context: ConsoleContext): RuleTableView {
  const { rules, grades, version } = rulesInForce(context);
  const nameOf = (staffNo: string | null): string => (staffNo === null ? '' : (findStaff(context.db, staffNo)?.name ?? staffNo));
  const heads = listRuleTables(context.db);
  const published = heads.map((row, at) => ({
    version: row.version, at: row.publishedAt, by: nameOf(row.publishedBy), note: row.note, confirmed: row.confirmed, changes: changesBetween(context, heads[at + 1]?.version, row.version),
  }));
  return { rules, grades, version, confirmed: rules.confirmed && grades.confirmed, published, segments: segmentsOf(context) };
}

/** One number by the table in force and by the draft. */
export function tryRules(context: ConsoleContext, draft: RuleDraft, digits: string): RuleTrial {
  const now = rulesInForce(context);
  return { now: gradeNumber(digits, now.rules), draft: gradeNumber(digits, versionOf(draft, now, now.version, false).rules) };
}

/** What the draft would change for every free number of the mirror; counted in the pool's worker. */
export async function previewDraft(context: ConsoleContext, draft: RuleDraft): Promise<Result<RulePreview, Failure>> {
  const now = rulesInForce(context);
  const preview = await context.pool.previewRules(versionOf(draft, now, now.version, false).rules);
  if (!preview.ok) return refuse('pool-not-loaded', { why: preview.error.code });
  const { perGrade, moved, won } = preview.value;
  const { plans } = catalogueInForce(context);
  const unsold = gradesAboveRange(plans, draft).map((each) => ({ ...each, planName: plans.find(({ id }) => id === each.planId)?.name ?? each.planId }));
  return ok({ problems: neverWins(draft.rules, new Set(won)), perGrade, moved, unsold, openHolds: countHeldPicks(context.db) });
}

type Publication = { readonly draft: RuleDraft; readonly basedOn: number; readonly note: string; readonly confirmed: boolean };

/** Puts the draft in force as the next version. Numbers that are held keep the version of their hold; the pool is graded anew behind the scenes. */
export async function publishRules(context: ConsoleContext, actor: Actor, { draft, basedOn, note, confirmed }: Publication): Promise<Result<RuleTableView, Failure>> {
  if (ruleProblems(draft, segmentsOf(context)).some(({ severity }) => severity === 'error')) return refuse('rules-unsound');
  const published = inTransaction(context.db, (): Result<RulesVersion, Failure> => {
    keepShippedRules(context);
    const now = rulesInForce(context);
    if (now.version !== basedOn) return refuse('rules-outdated', { version: now.version });
    const next = versionOf(draft, now, now.version + 1, confirmed);
    insertRuleTable(context.db, { ...next, note, confirmed, publishedAt: context.now(), publishedBy: actor.staffNo });
    return ok(next);
  });
  if (!published.ok) return published;
  await context.pool.useRules(published.value.rules, published.value.grades, standardInForce(context));
  context.emit('pool/changed', poolStatus(context));
  return ok(readRules(context));
}

const segmentsOf = ({ reference }: ConsoleContext): readonly string[] => reference.segments.filter(({ orderable }) => orderable).map(({ head }) => head);

function changesBetween(context: ConsoleContext, before: number | undefined, after: number): RuleChanges | null {
  if (before === undefined) return null;
  const [was, is] = [rulesOfVersion(context, String(before)), rulesOfVersion(context, String(after))];
  return ruleChanges({ ...was.rules, grades: was.grades.grades }, { ...is.rules, grades: is.grades.grades });
}

/** The draft as a table of its own; what the desk does not edit comes from the table it was drawn from. */
function versionOf(draft: RuleDraft, from: RulesVersion, version: number, confirmed: boolean): RulesVersion {
  const rules: NumberRules = { ...from.rules, version, confirmed, rules: draft.rules, downgrades: draft.downgrades, heads: draft.heads };
  const grades: GradeTable = { version, confirmed, grades: draft.grades };
  return { rules, grades, version };
}
