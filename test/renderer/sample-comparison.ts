import type { CustomerScene } from '#contract/shortlist.ts';
import type { CallImport, CaseUsage, ComparedPlan, CostPart, PlanComparison } from '#contract/plans.ts';

type Line = readonly (readonly [minutes: number, yuan: number])[];

const li = (yuan: number): number => Math.round(yuan * 1000);
const part = (item: CostPart['item'], yuan: number, addOnId: string | null = null): CostPart => ({ item, addOnId, li: li(yuan) });
const recording = part('add-on', 50, 'recording-monthly');

type Given = {
  readonly month: number; readonly year: number; readonly term: number; readonly parts: readonly CostPart[]; readonly due: number; readonly prepay?: number; readonly line: Line;
  readonly minimum?: number; readonly bonus?: number; readonly commitment?: number; readonly sample?: boolean; readonly includes?: readonly string[];
};

const cheapestTerm = 10_560;

const plan = (planId: string, name: string, given: Given): ComparedPlan => ({
  planId, name, sample: given.sample ?? false, refusal: null, includedAddOnIds: given.includes ?? [],
  cost: {
    monthLi: li(given.month), yearLi: li(given.year), termLi: li(given.term), overCheapestLi: li(given.term - cheapestTerm), parts: given.parts, dueNowLi: li(given.due), prepayLi: li(given.prepay ?? 0),
    commitment: given.commitment ? { li: li(given.commitment), months: 24 } : null, monthlyMinimumLi: li(given.minimum ?? 0), bonusLi: li(given.bonus ?? 0),
  },
  line: given.line.map(([minutes, yuan]) => ({ minutes, monthLi: li(yuan) })),
});

const refused = (planId: string, name: string, refusal: ComparedPlan['refusal']): ComparedPlan => ({ planId, name, sample: false, refusal, includedAddOnIds: [], cost: null, line: [] });

export const sampleUsage: CaseUsage = { from: 'questions', minutes: 1600, localPercent: 10, mobilePercent: 55, terminals: 7, addOnIds: ['recording-monthly'], asked: true, calls: null };

const outOfList = { code: 'tiers-incomplete' } as const;

/** 1,600 minutes, 10 % local, 55 % mobile, recording by the month, training prices: worked out by hand from tariff-rules.md. */
export const sampleComparison: PlanComparison = {
  usage: sampleUsage, termMonths: 24, cheapestPlanId: 'beijing-enhanced', limitMinutes: 10_000, catalogueVersion: '2024-10', confirmed: false,
  plans: [
    plan('beijing-enhanced', '北京增强版', { month: 440, year: 5280, term: 10_560, parts: [part('monthly-fee', 120), part('calls', 320)], due: 0, line: [[0, 120], [10_000, 2120]], sample: true, includes: ['recording-monthly', 'recording-yearly'] }),
    plan('beijing-200', '北京标准版200', { month: 448, year: 5376, term: 10_752, parts: [part('monthly-fee', 200), part('calls', 198), recording], due: 0, line: [[0, 250], [500, 250], [10_000, 1960]] }),
    plan('prepaid-3000', '3000套餐', { month: 530, year: 6360, term: 12_720, parts: [part('calls', 480), recording], due: 3000, prepay: 3000, commitment: 3000, line: [[0, 175], [416.67, 175], [10_000, 3050]] }),
    plan('beijing-500', '北京标准版500', { month: 550, year: 6600, term: 13_200, parts: [part('monthly-fee', 500), part('calls', 0), recording], due: 0, line: [[0, 550], [2500, 550], [10_000, 1675]] }),
    plan('minimum-50', '50元低消', { month: 577.33, year: 6728, term: 13_856, parts: [part('calls', 544), recording, part('bonus', -16.67)], due: 200, prepay: 200, minimum: 50, bonus: 400, line: [[0, 83.33], [147.06, 83.33], [10_000, 3433.33]] }),
    plan('all-answer', '400畅听商机', { month: 610, year: 7320, term: 14_640, parts: [part('monthly-fee', 560), recording], due: 0, line: [[0, 610], [10_000, 610]], sample: true }),
    plan('hall-standard', '营业厅标准', { month: 698.17, year: 8428, term: 16_756, parts: [part('opening-fee', 4.17), part('calls', 544), part('function-fee', 100), recording], due: 1180, prepay: 1080, minimum: 360, line: [[0, 514.17], [1058.82, 514.17], [10_000, 3554.17]] }),
    plan('long-distance-standard', '长途被叫标准', { month: 1010, year: 12_120, term: 24_240, parts: [part('calls', 960), recording], due: 0, line: [[0, 50], [10_000, 6050]] }),
    refused('area-code-special', '区号特价', { code: 'number-lacks-area-code', facts: { areaCode: '010' } }),
    refused('outbound-60', '外呼套餐60', outOfList), refused('outbound-330', '外呼套餐330', outOfList),
  ],
  switches: ([[56, 'long-distance-standard', 'minimum-50', 83.33], [417, 'minimum-50', 'prepaid-3000', 175.1], [701, 'prepaid-3000', 'beijing-enhanced', 260.2], [2001, 'beijing-enhanced', 'beijing-200', 520.18], [2167, 'beijing-200', 'beijing-500', 550], [2901, 'beijing-500', 'all-answer', 610]] as const)
    .map(([minutes, fromPlanId, toPlanId, yuan]) => ({ minutes, fromPlanId, toPlanId, monthLi: li(yuan) })),
  sensitivity: [
    { code: 'half', minutes: 800, localPercent: 10, mobilePercent: 55, cheapestPlanId: 'beijing-enhanced', monthLi: li(280), todaysCheapestMonthLi: li(280) },
    { code: 'double', minutes: 3200, localPercent: 10, mobilePercent: 55, cheapestPlanId: 'all-answer', monthLi: li(610), todaysCheapestMonthLi: li(760) },
    { code: 'mobile-up', minutes: 1600, localPercent: 10, mobilePercent: 75, cheapestPlanId: 'beijing-enhanced', monthLi: li(440), todaysCheapestMonthLi: li(440) },
    { code: 'mobile-down', minutes: 1600, localPercent: 10, mobilePercent: 35, cheapestPlanId: 'beijing-enhanced', monthLi: li(440), todaysCheapestMonthLi: li(440) },
    { code: 'local-up', minutes: 1600, localPercent: 30, mobilePercent: 55, cheapestPlanId: 'beijing-enhanced', monthLi: li(440), todaysCheapestMonthLi: li(440) },
  ],
};

const calls = { fileName: '话单-2026年8至10月.xlsx', count: 4412, from: '2026-08-01T08:02:11', to: '2026-10-31T17:48:40', months: 3, seconds: 288_300 };

export const sampleImport: CallImport = {
  taken: 4412, rejected: 204, columns: { time: '呼叫时间', duration: '通话时长(秒)', caller: '主叫号码', answered: null },
  errors: Array.from({ length: 200 }, (_, index) => ({ row: 17 + index * 3, code: (['bad-duration', 'no-caller', 'bad-time'] as const)[index % 3] ?? 'no-time', value: ['未接通', '', '2026/13/01 9:00'][index % 3] ?? '' })),
  comparison: { ...sampleComparison, usage: { ...sampleUsage, from: 'calls', calls } },
};

/** A real hall's catalogue: plans without a price stand at the right. */
export const withoutSamples: PlanComparison = {
  ...sampleComparison, cheapestPlanId: 'beijing-200',
  plans: [
    ...sampleComparison.plans.filter((one) => one.cost !== null && !one.sample).map((one) => ({ ...one, cost: one.cost && { ...one.cost, overCheapestLi: one.cost.overCheapestLi - li(192) } })),
    ...sampleComparison.plans.filter((one) => one.cost === null),
    refused('beijing-enhanced', '北京增强版', { code: 'priced-by-hall' }), refused('all-answer', '400畅听商机', { code: 'priced-by-hall' }),
  ],
};

/** What the customer's window shows of it. */
export const shownPlans: CustomerScene = {
  kind: 'plans', hallName: '望京营业厅', minutes: 1600, localPercent: 10, mobilePercent: 55, asked: true, byCalls: false, termMonths: 24, lit: 'beijing-200',
  plans: sampleComparison.plans.flatMap(({ planId, name, sample, cost }) => (cost ? [{ planId, name, sample, ...cost }] : [])).slice(0, 6),
};
