import type { GradeTable, NumberRules } from '#domain/number/grade/number-rules.ts';
import { inTransaction, type Db } from '../../store/db.ts';
import { findRuleTable, insertRuleTable, newestRuleVersion } from '../../store/tables/number/rule-rows.ts';
import type { ConsoleContext } from '../console-context.ts';

/** A rule table with the grades that belong to it. */
export type RulesVersion = { readonly rules: NumberRules; readonly grades: GradeTable; readonly version: number };

type Needs = Pick<ConsoleContext, 'db' | 'reference'>;

const SHIPPED_VERSION = 1;
const parsed = new WeakMap<Db, Map<number, RulesVersion>>();

/** What every number is graded by today: the newest published table, else the shipped files. */
export function rulesInForce(context: Needs): RulesVersion {
  const version = newestRuleVersion(context.db);
  return version === 0 ? shippedRules(context) : stored(context.db, version) ?? shippedRules(context);
}

/** The table of a hold, by the version frozen with it; holds taken before tables were kept were graded by the shipped one. */
export function rulesOfVersion(context: Needs, rulesVersion: string): RulesVersion {
  return stored(context.db, Number.parseInt(rulesVersion, 10)) ?? shippedRules(context);
}

/** Keeps the shipped table as a version of its own, so that holds find it again after an update; what the hall published stays in force. */
export function keepShippedRules(context: Needs & Pick<ConsoleContext, 'now'>): void {
  const { db, reference } = context;
  inTransaction(db, () => {
    const version = newestRuleVersion(db);
    const newest = findRuleTable(db, version);
    if (newest !== null && (newest.publishedBy !== null || sameTable(newest, { rules: reference.numberRules, grades: reference.gradeTable }))) return;
    const { numberRules, gradeTable } = reference;
    insertRuleTable(db, {
      version: version + 1, note: '', publishedAt: context.now(), publishedBy: null, confirmed: numberRules.confirmed && gradeTable.confirmed,
      rules: { ...numberRules, version: version + 1 }, grades: { ...gradeTable, version: version + 1 },
    });
  });
}

const shippedRules = ({ reference }: Needs): RulesVersion => ({ rules: reference.numberRules, grades: reference.gradeTable, version: SHIPPED_VERSION });

const sameTable = (a: Pick<RulesVersion, 'rules' | 'grades'>, b: Pick<RulesVersion, 'rules' | 'grades'>): boolean => {
  const content = ({ rules, grades }: Pick<RulesVersion, 'rules' | 'grades'>): string => JSON.stringify([{ ...rules, version: 0 }, { ...grades, version: 0 }]);
  return content(a) === content(b);
};

/** One value per version, so that what is compiled from it is compiled once. */
function stored(db: Db, version: number): RulesVersion | null {
  const known = parsed.get(db) ?? new Map<number, RulesVersion>();
  parsed.set(db, known);
  const found = known.get(version);
  if (found) return found;
  const row = Number.isInteger(version) ? findRuleTable(db, version) : null;
  if (row === null) return null;
  const made = { rules: row.rules, grades: row.grades, version };
  known.set(version, made);
  return made;
}
