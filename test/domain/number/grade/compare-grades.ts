import { gradeNumber, type GradedNumber } from '#domain/number/grade/grade-number.ts';
import type { NumberRule, NumberRules } from '#domain/number/grade/number-rules.ts';
import { oracleGrade } from './grade-oracle.ts';

/** An engine under test: the seven digits after 400 by a rule table. */
export type Engine = (seven: string, rules: NumberRules) => Pick<GradedNumber, 'grade' | 'ruleId' | 'matches'>;

export const engine: Engine = (seven, rules) => gradeNumber(`400${seven}`, rules);

/** The engine with one mistake each, made by handing it other rules than the oracle gets. */
export const mutants: Readonly<Record<string, Engine>> = {
  'letters not distinct': withRules((rules) => rules.flatMap((rule): readonly NumberRule[] => (rule.kind === 'shape' ? mergedShapes(rule.shape).map((shape) => ({ ...rule, shape })) : [rule]))),
  'run not maximal': withRules((rules) => rules.map((rule) => (rule.kind === 'run' ? { ...rule, kind: 'shape', shape: 'A'.repeat(rule.length) } : rule))),
  'ties by reverse order': withRules((rules) => rules.toReversed()),
};

/** Every switch on: all rules and all downgrades. */
export const allOn = (rules: NumberRules): NumberRules => ({
  ...rules, rules: rules.rules.map((rule) => ({ ...rule, enabled: true })), downgrades: rules.downgrades.map((each) => ({ ...each, enabled: true })),
});

export type Disagreement = { readonly seven: string; readonly engine: string; readonly oracle: string };

/** What engine and oracle say differently about these numbers: grade, winner, or any match with what it saw; stops after `limit`. */
export function disagreements(numbers: Iterable<string>, rules: NumberRules, under: Engine, limit = Number.POSITIVE_INFINITY): Disagreement[] {
  const found: Disagreement[] = [];
  for (const seven of numbers) {
    const [ours, theirs] = [verdict(under(seven, rules)), verdict(oracleGrade(seven, rules))];
    if (ours !== theirs) found.push({ seven, engine: ours, oracle: theirs });
    if (found.length >= limit) break;
  }
  return found;
}

const verdict = ({ grade, ruleId, matches }: { readonly grade: number; readonly ruleId: string; readonly matches: readonly { readonly ruleId: string; readonly grade: number; readonly seen: string }[] }): string =>
  `${grade} ${ruleId}: ${matches.map((match) => `${match.ruleId}/${match.grade}/${match.seen}`).join(' ')}`;

/** The two million numbers of 4000 and 4006, as the seven digits after 400. */
export function* everyNumber(step = 1, from = 0): Generator<string> {
  for (let place = from; place < 2_000_000; place += step) yield `${place < 1_000_000 ? '0' : '6'}${String(place % 1_000_000).padStart(6, '0')}`;
}

function withRules(change: (rules: readonly NumberRule[]) => readonly NumberRule[]): Engine {
  const changed = new WeakMap<NumberRules, NumberRules>();
  return (seven, rules) => {
    const mutant = changed.get(rules) ?? { ...rules, rules: change(rules.rules) };
    changed.set(rules, mutant);
    return engine(seven, mutant);
  };
}

/** AABB also as AAAA: every way to let letters fall together. */
function mergedShapes(shape: string): readonly string[] {
  const letters = [...new Set(shape.replaceAll('*', ''))];
  const merged = new Set([shape]);
  for (const one of letters) {
    for (const other of letters) if (one < other) for (const each of mergedShapes(shape.replaceAll(other, one))) merged.add(each);
  }
  return [...merged];
}
