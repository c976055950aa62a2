import { afterAll, describe, expect, test } from 'vitest';
import type { AgreementPaper } from '#domain/agreement/agreement-paper.ts';
import { formatYuan } from '#domain/money/money.ts';
import { gradeNumber } from '#domain/number/grade/grade-number.ts';
import { GRADES } from '#domain/number/grade/number-rules.ts';
import { rateLines } from '#domain/tariff/catalogue.ts';
import { composeAgreement } from '../../../src-main/services/papers/compose-agreement.ts';
import { minutePrice } from '../../../src-main/services/papers/wording/amounts.ts';
import { catalogueOf } from '../../../src-main/services/plans/quote-case.ts';
import { termBillOf } from '../../../src-main/services/plans/term-bill-of.ts';
import { type CaseParts, clerk, customer, loadedCase, numbers, openPaperContext } from '../../support/loaded-case.ts';

const { context, at, close } = openPaperContext();
afterAll(close);
const compose = (parts: CaseParts, now = context.now()): AgreementPaper => composeAgreement(at(now), loadedCase(context, parts), clerk, 'XY-99010101-20260924-0017-01');
const values = ({ summary }: AgreementPaper): Record<string, string> => Object.fromEntries(Object.entries(summary).map(([key, fact]) => [key, fact.value]));

describe('an ordinary number on 营业厅标准', () => {
  const paper = compose({});
  test('the nine facts in words and figures', () => {
    expect(values(paper)).toEqual({
      plan: '营业厅标准', rate: '0.15～0.40元／分钟', monthlyFee: '100.00元／月', monthlyMinimum: '360.00元／月', commitment: '无', term: '无', addOns: '无', earlyExit: '无', prepayment: '1,080.00元',
    });
    expect(paper.summary.rate.notes).toEqual(['同区号0.15，外地固话0.30，', '外地手机0.40；不足1分钟按1分钟计']);
  });
  test('one row for each line of the quote and each price of a minute', () => {
    expect(paper.prices.lines).toEqual([
      { item: '开户费', calculation: '按套餐价目，100.00元', when: '今日，一次', dueToday: 100_000, ruleIds: ['PLAN-OPENING'] },
      { item: '预存款', calculation: '3个月×月最低消费360.00＝1,080.00', when: '今日，一次', dueToday: 1_080_000, ruleIds: ['PREPAY-BY-MINIMUM'] },
      { item: '来话：同区号', calculation: '0.15元×整分钟数；主叫与接听电话同区号', when: '每月账单', dueToday: null, ruleIds: ['RATE-LOCAL'] },
      { item: '来话：外地固话', calculation: '0.30元×整分钟数', when: '每月账单', dueToday: null, ruleIds: ['RATE-FIXED'] },
      { item: '来话：外地手机', calculation: '0.40元×整分钟数', when: '每月账单', dueToday: null, ruleIds: ['RATE-MOBILE'] },
      { item: '月功能费', calculation: '按套餐价目，100.00元／月；首尾月不折算', when: '每月账单', dueToday: null, ruleIds: ['PLAN-FUNCTION'] },
      { item: '月最低消费', calculation: '按号码级别360.00元／月', when: '每月，不足时补足', dueToday: null, ruleIds: ['MINIMUM-HALL-BY-GRADE'] },
    ]);
    expect(paper.prices.overTerm).toBeUndefined();
  });
  test('no approval, three working days, identity masked 6 and 4', () => {
    expect(paper).toMatchObject({
      head: { documentNumber: 'XY-99010101-20260924-0017-01', template: { id: 'XY-400' }, training: true, clerk: { name: '周禾', staffNumber: '90217' } }, signedOn: '2026-09-24',
      due: { date: '2026-09-30', expected: false, workingDays: 3, startsWith: 'payment', reason: '按今日收齐款项计；中秋放假不计' },
      customer: { handler: { name: '王䶮', identity: `${customer.handlerIdNumber.slice(0, 6)}********${customer.handlerIdNumber.slice(-4)}`, position: '员工（凭授权书）' } },
    });
    expect(paper.approval).toBeUndefined();
    expect(JSON.stringify(paper)).not.toContain(customer.handlerIdNumber);
  });
});

test('a fee per terminal is one price times the phones it is for, on the first page and in the annex', () => {
  const { prices, summary } = compose({ planId: 'all-answer', terminals: 7 });
  expect(prices.lines.find(({ ruleIds }) => ruleIds[0] === 'PLAN-FEE-PER-TERMINAL')).toMatchObject({ item: '套餐月费', calculation: '80.00元／月×7部指定终端＝560.00元／月；首尾月不折算', when: '每月账单' });
  expect(summary.monthlyFee).toEqual({ value: '560.00元／月', notes: ['套餐月费560.00', '7部指定终端，每部80.00'] });
});

test('the promotion that makes a price lower is named beside it', () => {
  const { prices, summary } = compose({ addOnIds: ['ring-back'] });
  expect(prices.lines.find(({ item }) => item === '彩铃功能费')).toMatchObject({ calculation: '120.00元／年，首年免（优惠：彩铃功能费首年免）', when: '第13个月起每年' });
  expect(prices.lines.find(({ item }) => item === '彩铃制作费')).toMatchObject({ calculation: '160.00元，一次', when: '首个账单，一次' });
  expect(summary.addOns.notes).toEqual(['彩铃功能费120.00元／年，首年免', '彩铃制作费160.00元，一次']);
});

test('a chosen minimum is said to be chosen, and the prepayment follows it', () => {
  const { prices, summary } = compose({ minimumLi: 500_000 });
  expect(prices.lines.find(({ item }) => item === '月最低消费')).toMatchObject({ calculation: '客户选定500.00元／月', ruleIds: ['MINIMUM-CHOSEN'] });
  expect(summary.prepayment.value).toBe('1,500.00元');
});

describe('a grade 3 number on the 3000 plan', () => {
  const paper = compose({ digits: numbers[3], planId: 'prepaid-3000', addOnIds: ['ring-back', 'recording-yearly', 'extra-phone', 'extra-phone'] });
  test('commitment, term and an exit with a worked example', () => {
    expect(values(paper)).toMatchObject({ monthlyMinimum: '无', commitment: '24个月满3,000.00元', term: '开通之日起24个月', addOns: '彩铃、来电录音（年付）、增加电话', prepayment: '3,000.00元' });
    expect(paper.summary.earlyExit).toEqual({ value: '补足承诺差额', notes: ['3,000.00元减去已计入承诺的消费；', '例：已消费1,500.00元，补1,500.00元'] });
    expect(paper.summary.monthlyMinimum.notes).toEqual(['3级号码400.00元／月，本套餐免除']);
  });
  test('approver by name and number, the rule with its digits', () => {
    expect(paper.approval).toEqual({ approver: '林朔（班长）', number: 'SP-0000AB12' });
    expect(paper.number).toEqual({ digits: '4006038888', special: true, grade: 3, rules: ['尾号8888'] });
  });
  test('seven working days across the National Day week, make-up day named', () => {
    expect(paper.due).toEqual({ date: '2026-10-12', expected: false, workingDays: 7, startsWith: 'payment', reason: '按今日收齐款项计；中秋、国庆节放假不计；10月10日上班计入' });
  });
  test('the fixed cost year by year: the prepayment is the commitment and is not counted twice', () => {
    expect(paper.prices.overTerm).toEqual({
      title: '24个月总费用（固定部分）', note: '按2026年10月12日开通，一期一个自然月；不含超出最低消费的通话费', moments: ['今日', '第1～12期', '第13～25期'],
      rows: [
        { item: '预存款', amounts: [3_000_000, null, null], sum: 3_000_000 }, { item: '彩铃功能费', amounts: [null, null, 120_000], sum: 120_000 }, { item: '彩铃制作费', amounts: [null, 160_000, null], sum: 160_000 },
        { item: '来电录音（年付）', amounts: [null, 600_000, 600_000], sum: 1_200_000 }, { item: '增加电话', amounts: [null, 720_000, 780_000], sum: 1_500_000 },
        { item: '承诺消费', amounts: [null, null, 3_000_000], sum: 3_000_000 }, { item: '由预存款抵扣', amounts: [null, null, -3_000_000], sum: -3_000_000 },
      ],
      total: { amounts: [3_000_000, 1_480_000, 1_500_000], sum: 5_980_000 },
    });
  });
  test('marks the price that counts towards the commitment, as clause 4.1 asks', () => {
    expect(paper.prices.lines.find(({ item }) => item === '来话通话费')?.calculation).toBe('0.30元×整分钟数；各地来电同价；计入承诺');
  });
  test('ten items are read out, the recording notice last', () => {
    expect(paper.readOut.map(({ item }) => item)).toEqual(['号码与套餐', '资费', '月最低消费', '承诺与期限', '提前终止', '今日应付', '最迟开通', '主叫付费', '实名与用途', '录音告知']);
    expect(paper.readOut[4]?.content).toBe('补足承诺差额；3,000.00元减去已计入承诺的消费；例：已消费1,500.00元，补1,500.00元');
  });
});

test('cash, then the bonus in its first year, pay the minimum of the 50 plan', () => {
  const { prices } = compose({ digits: numbers[3], planId: 'minimum-50' });
  expect(prices.overTerm?.rows).toEqual([
    { item: '预存款', amounts: [1_200_000, null], sum: 1_200_000 }, { item: '月最低消费', amounts: [null, 4_800_000], sum: 4_800_000 },
    { item: '由预存款抵扣', amounts: [null, -1_200_000], sum: -1_200_000 }, { item: '由赠款抵扣', amounts: [null, -400_000], sum: -400_000 },
  ]);
});

test('postpaid with an ordinary number: nothing is due, and the clock starts with the complete case', () => {
  const paper = compose({ planId: 'beijing-200' });
  expect(paper.dueToday).toEqual({ total: 0, parts: [] });
  expect(values(paper)).toMatchObject({ rate: '超出部分0.18元／分钟', monthlyFee: '200.00元／月', monthlyMinimum: '无', prepayment: '无' });
  expect(paper.due).toMatchObject({ startsWith: 'complete-case', reason: '按今日资料齐全计；中秋放假不计' });
  expect(paper.readOut[5]).toEqual({ item: '今日应付', content: '无' });
});

test('a provisional pick is expected only and prints its fallbacks by rank', () => {
  const paper = compose({ hold: 'provisional', fallbacks: ['4006037295', '4006037296'] });
  expect(paper.number.provisional).toEqual({ fallbacks: ['4006037295', '4006037296'] });
  expect(paper.due.expected).toBe(true);
  expect(paper.readOut[0]?.content).toBe('400-603-7294，普通号码，待确认，备选400-603-7295、400-603-7296；营业厅标准');
  expect(paper.readOut[6]?.item).toBe('预计开通');
});

test('after the cut-off the next day counts as the day of payment, and the paper says so', () => {
  expect(compose({}, '2026-11-24T09:45:00.000Z').due).toMatchObject({ date: '2026-11-30', reason: '按今日收齐款项计；17:30以后按次日计' });
});

test('a due day in a year without a notice is expected', () => {
  expect(compose({}, '2026-12-30T02:00:00.000Z').due).toMatchObject({ expected: true, reason: expect.stringContaining('放假安排未公布') });
});

test('a special number without its approval has no agreement', () => {
  expect(() => compose({ digits: numbers[5], approved: false })).toThrow('without its approval');
});

describe('every plan that is sold, for every grade, with and without add-ons', () => {
  const plans = catalogueOf(context).plans.filter(({ sellable }) => sellable);
  const cases = plans.flatMap((plan) => GRADES.flatMap((grade) => [[], ['ring-back', 'recording-monthly', 'seat', 'seat', 'seat']].map((addOnIds) => [plan.id, grade, addOnIds] as const)));
  test('there are nine plans, and each number has the grade it stands for', () => {
    expect(plans).toHaveLength(9);
    for (const grade of GRADES) expect(gradeNumber(numbers[grade], context.reference.numberRules).grade).toBe(grade);
  });
  test.each(cases)('%s, grade %i, %j: parts add up, nothing is blank, no amount but the quote’s', (planId, grade, addOnIds) => {
    const parts = { digits: numbers[grade], planId, addOnIds };
    const paper = compose(parts);
    const quote = loadedCase(context, parts).plan?.quote;
    const plan = plans.find(({ id }) => id === planId);
    if (!quote || !plan) throw new Error('no quote');
    const sum = (amounts: readonly (number | null)[]): number => amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
    expect([sum(paper.dueToday.parts.map(({ amount }) => amount)), sum(paper.prices.lines.map(({ dueToday }) => dueToday)), paper.dueToday.total]).toEqual([quote.dueNowLi, quote.dueNowLi, quote.dueNowLi]);
    expect(paper.prices.lines).toHaveLength(quote.lines.length + (plan.rates.kind === 'by-caller' ? 3 : plan.rates.kind === 'flat' ? 1 : 0));
    expect(new Set(paper.prices.lines.flatMap(({ ruleIds }) => ruleIds))).toEqual(new Set([...quote.lines.map(({ ruleId }) => ruleId), ...rateLines(plan).map(({ code }) => `RATE-${code.toUpperCase()}`)]));
    expect(paper.prices.overTerm === undefined).toBe(quote.termMonths === 0);
    if (paper.prices.overTerm) {
      const { rows, total, moments } = paper.prices.overTerm;
      for (const row of rows) expect([row.amounts.length, row.sum]).toEqual([moments.length, sum(row.amounts)]);
      total.amounts.forEach((amount, column) => expect(amount).toBe(sum(rows.map(({ amounts }) => amounts[column] ?? null))));
      const term = termBillOf(context, loadedCase(context, parts));
      const payable = term?.bills.map(({ payableLi }) => payableLi) ?? [];
      expect([total.amounts[0], total.sum]).toEqual([quote.dueNowLi, quote.dueNowLi + sum(payable)]);
      expect(total.amounts.slice(1)).toEqual(quote.termMonths === 12 ? [sum(payable)] : [sum(payable.slice(0, 12)), sum(payable.slice(12))]);
    }
    const texts = [...Object.values(paper.summary).flatMap(({ value, notes }) => [value, ...notes]), ...paper.prices.lines.flatMap(({ item, calculation, when }) => [item, calculation, when]), ...paper.readOut.flatMap(({ item, content }) => [item, content])];
    expect(texts.filter((text) => text.trim() === '' || /undefined|NaN|null/.test(text))).toEqual([]);
    const monthly = quote.lines.filter(({ item }) => item === 'function-fee' || item === 'monthly-fee');
    const amounts = [...quote.lines.flatMap(({ li, calc }) => [li, ...Object.entries(calc.facts).flatMap(([key, value]) => (key.endsWith('Li') ? [Number(value)] : []))]), quote.dueNowLi, quote.monthlyMinimumLi, sum(monthly.map(({ li }) => li)), (quote.commitment?.li ?? 0) / 2];
    const rates = plan.rates.kind === 'by-caller' ? [plan.rates.localLi, plan.rates.mobileLi, plan.rates.fixedLi] : plan.rates.kind === 'flat' ? [plan.rates.liPerMinute] : [];
    const known = new Set([...amounts.map((li) => formatYuan(li)), ...rates.map(minutePrice)]);
    expect(texts.flatMap((text) => text.match(/\d[\d,]*\.\d+/g) ?? []).filter((amount) => !known.has(amount))).toEqual([]);
  });
});
