import { compileRule, type FindRule } from './find-rule.ts';
import { indexTails, isListed, type TailIndex } from './grade-tails.ts';
import { GRADES, type Downgrade, type Grade, type NumberRule, type NumberRules } from './number-rules.ts';

/** A rule that has to be looked for in each number, with its rank among all. */
export type RuleFinder = { readonly ruleIndex: number; readonly rank: number; readonly find: FindRule };

/** A rule table made ready once: tails that can be listed, the other rules as lookers, and the order in which rules win. */
export type CompiledRules = {
  readonly tails: TailIndex;
  /** Best rank first. */
  readonly finders: readonly RuleFinder[];
  /** Rank of each rule by its place in the table: 0 wins over all. */
  readonly rankOf: readonly number[];
  readonly downgrades: readonly Downgrade[];
};

const compiled = new WeakMap<NumberRules, CompiledRules>();

/** The compiled form of a rules value, made once per value. */
export function compiledRules(rules: NumberRules): CompiledRules {
  const known = compiled.get(rules);
  if (known) return known;
  const made = compile(rules);
  compiled.set(rules, made);
  return made;
}

function compile({ rules, downgrades }: NumberRules): CompiledRules {
  const rankOf = ranks(rules);
  const finders = rules
    .flatMap((rule, ruleIndex) => (rule.enabled && !isListed(rule) ? [{ ruleIndex, rank: rankOf[ruleIndex] as number, find: compileRule(rule) }] : []))
    .sort((a, b) => a.rank - b.rank);
  return { tails: indexTails(rules), finders, rankOf, downgrades: downgrades.filter(({ enabled }) => enabled) };
}

/** Best grade first, then the order of the table. */
function ranks(rules: readonly NumberRule[]): readonly number[] {
  const order = rules.map((rule, index) => ({ grade: rule.grade, index })).sort((a, b) => a.grade - b.grade || a.index - b.index);
  const rankOf: number[] = [];
  order.forEach(({ index }, rank) => (rankOf[index] = rank));
  return rankOf;
}

/** The downgrades that apply to what the winning rule saw. */
export const downgradesFor = (downgrades: readonly Downgrade[], seen: string): readonly Downgrade[] => downgrades.filter(({ digit }) => seen.includes(digit));

/** A grade made worse along 1 2 3 4 5 6 9, never past 9. */
export function downgraded(grade: Grade, applied: readonly Downgrade[]): Grade {
  const steps = applied.reduce((sum, each) => sum + each.steps, 0);
  return GRADES[Math.min(GRADES.length - 1, GRADES.indexOf(grade) + steps)] as Grade;
}
