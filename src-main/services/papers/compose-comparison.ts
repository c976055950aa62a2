import type { ComparedPlan, PlanComparison } from '#contract/plans.ts';
import { type ComparisonPaper, comparedPlans } from '#domain/agreement/comparison-paper.ts';
import { assert } from '#domain/assert.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { isSpecial, type Grade } from '#domain/number/grade/number-rules.ts';
import type { LoadedCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { catalogueOf, planIn } from '../plans/quote-case.ts';
import { comparisonChart, type Priced } from './parts/comparison-chart.ts';
import { paperHeadOf } from './parts/paper-head-of.ts';
import { yuanWords } from './wording/amounts.ts';
import { partWords, planTerms, sensitivityWords, switchWords, usageWords } from './wording/comparison-words.ts';
import { refusalWords } from './wording/refusal-words.ts';

/** The 套餐比较单 of a case: the same comparison that the screen shows, on one page for the customer. */
export function composeComparison(context: ConsoleContext, loaded: LoadedCase, actor: Actor, comparison: PlanComparison, documentNo: string): ComparisonPaper {
  const { row, pick } = loaded;
  assert(pick !== null, 'composeComparison: a case without number');
  const catalogue = catalogueOf(context, comparison.catalogueVersion);
  const nameOf = (planId: string): string => comparison.plans.find((plan) => plan.planId === planId)?.name ?? planId;
  const priced = comparison.plans.filter(isPriced);
  const shown = shownPlans(priced, loaded.plan?.planId ?? null);
  const { title, lines } = context.reference.clauses.disclosure;
  const choice = choiceOf(loaded, shown, priced[0]);
  return {
    kind: 'comparison', head: paperHeadOf(context, loaded, actor, documentNo, 'comparison'), date: wallTime(context.now()).date, company: row.customer.name.trim() || '（还没有填客户名称）',
    number: { digits: pick.digits, words: `${isSpecial(pick.grade as Grade) ? `特殊号码${pick.grade}级` : '普通号码'}${pick.hold === 'provisional' ? '，待确认' : ''}` },
    usage: usageWords(comparison.usage, catalogue), termMonths: comparison.termMonths,
    plans: shown.map((plan) => ({
      name: plan.name, sample: plan.sample, chosen: plan.planId === loaded.plan?.planId, cheapest: plan.cost.overCheapestLi === 0, month: plan.cost.monthLi, over: plan.cost.monthLi - (priced[0]?.cost.monthLi ?? plan.cost.monthLi),
      year: plan.cost.yearLi, term: plan.cost.termLi, dueNow: plan.cost.dueNowLi,
      parts: plan.cost.parts.filter(({ li }) => li !== 0).map((part) => ({ label: partWords(part, catalogue), amount: part.li })), terms: planTerms(plan, planIn(catalogue, plan.planId), catalogue),
    })),
    unavailable: comparison.plans.filter((plan) => !isPriced(plan)).map(({ name, refusal }) => ({ name, why: refusalWords(refusal) })),
    chart: comparisonChart(comparison, shown, loaded.plan?.planId ?? null), switches: switchWords(comparison, nameOf), sensitivity: sensitivityWords(comparison, nameOf),
    ...(choice && { choice }), callerCost: { title, lines }, caveats: caveats(comparison, shown, priced.length - shown.length),
  };
}

const isPriced = (plan: ComparedPlan): plan is Priced => plan.refusal === null && plan.cost !== null;

/** The cheapest, and the chosen one in place of the last where it is dearer than all of them. */
function shownPlans(priced: readonly Priced[], chosenId: string | null): readonly Priced[] {
  const first = priced.slice(0, comparedPlans);
  const chosen = priced.slice(comparedPlans).find(({ planId }) => planId === chosenId);
  return chosen ? [...first.slice(0, -1), chosen] : first;
}

function choiceOf({ plan }: LoadedCase, shown: readonly Priced[], cheapest: Priced | undefined): ComparisonPaper['choice'] {
  const chosen = shown.find(({ planId }) => planId === plan?.planId);
  if (!plan || !chosen) return undefined;
  const { monthLi, overCheapestLi } = chosen.cost;
  return { words: `${chosen.name}，平均每月${yuanWords(monthLi)}，${overCheapestLi === 0 ? '最便宜' : `比最便宜的每月多${yuanWords(monthLi - (cheapest?.cost.monthLi ?? monthLi))}`}`, reason: overCheapestLi === 0 ? '' : (plan.reason ?? '') };
}

function caveats({ catalogueVersion, confirmed, termMonths }: PlanComparison, shown: readonly Priced[], left: number): readonly string[] {
  return [
    `资费目录${catalogueVersion}版`, ...(confirmed ? [] : ['价目未经运营商确认']), ...(shown.some(({ sample }) => sample) ? ['标“样价”的是培训样价，不是本厅价格'] : []),
    `从下月1日起按${termMonths}个月平均，实际按通话计费`, ...(left > 0 ? [`另有${left}个更贵的套餐没有列出`] : []),
  ];
}
