import { expect, it } from 'vitest';
import { billLineName, billLineRule, callerCostLine, commitmentText, exitText, payText, periodText, spanNote } from '../../src-renderer/text/bill.ts';
import { sampleBills } from './sample-bills.ts';
import { catalogue } from './sample-reference.ts';

const billOf = (planId: string, at: number, minutes?: number) => sampleBills(null, planId, minutes).term.bills[at] as ReturnType<typeof sampleBills>['term']['bills'][number];

it('each line says what it is and how it came about', () => {
  expect(billOf('hall-standard', 1).lines.map((line) => `${billLineName(line)} ${billLineRule(line)}`)).toEqual([
    '通话费 本地 160 分 × 0.15', '通话费 固话 560 分 × 0.30', '通话费 手机 880 分 × 0.40', '功能费 每月 100.00', '录音月付 每月 50.00',
  ]);
  expect(billOf('beijing-200', 1).lines.map((line) => billLineRule(line))[0]).toBe('含的分钟外 1,100 分 × 0.18');
  expect(billOf('all-answer', 1).lines.map((line) => billLineRule(line))[0]).toBe('按终端，每月 7 × 80.00');
});

it('a part month shows its days, and the minimum by them', () => {
  const bill = billOf('minimum-50', 0, 6);
  expect(periodText(bill.period)).toBe('2026 年 11 月（26–30 日）');
  expect(periodText({ from: '2026-11-30', to: '2026-11-30', days: 1, daysInMonth: 30 })).toBe('2026 年 11 月（30 日）');
  expect(bill.lines.filter((line) => line.item === 'minimum-top-up').map(billLineRule)).toEqual(['月低消 8.33，按 5/30 天，已计 0.35']);
});

it('no line of any plan shows the code of its rule', () => {
  const lines = catalogue.plans.filter((plan) => plan.monthlyFeeLi !== null).flatMap((plan) => [10, 1600].flatMap((minutes) => sampleBills('2027-06-30', plan.id, minutes).term.bills.flatMap((bill) => bill.lines)));
  expect(new Set(lines.map((line) => line.ruleId)).size).toBeGreaterThan(8);
  expect(lines.filter((line) => /[A-Z]{3}|undefined|NaN/.test(`${billLineName(line)} ${billLineRule(line)}`))).toEqual([]);
});

it('who pays, where the commitment stands, what leaving costs', () => {
  expect(payText(billOf('hall-standard', 1))).toBe('预存付 544.00，客户付 150.00');
  const promised = sampleBills(null, 'prepaid-3000', 300).term;
  expect(commitmentText(promised.commitment, promised.bills)).toBe('承诺 3,000.00，按这个话务计到 2,160.00，差 840.00 要补');
  const met = sampleBills(null, 'prepaid-3000', 1600).term;
  expect(commitmentText(met.commitment, met.bills)).toMatch(/^承诺 3,000.00，2027 年 \d+ 月就达到$/);
  expect(exitText(sampleBills('2027-01-31', 'prepaid-3000', 300).term)).toBe('多付 ¥2,805.00，补足承诺');
  expect(exitText(sampleBills('2026-12-31', 'minimum-50', 6).term)).toMatch(/^不用多付；预存剩 [\d.]+ 可退；赠款剩 400.00 不退$/);
});

it('the heaviest words about the caller come first', () => {
  expect(callerCostLine(['local-rate', 'not-free'])).toBe('400 电话不是免费的；主叫付自己电话的本地通话费');
});

it('the sum says why it is not the one of the comparison where months are not whole', () => {
  const { bills } = sampleBills(null, 'prepaid-3000', 300).term;
  expect(bills[0]?.period.days).toBeLessThan(bills[0]?.period.daysInMonth ?? 0);
  expect(spanNote(bills)).toBe('比价按整月算；这里从开通日算到期满，首尾不满月，合计会不一样');
  expect(spanNote(bills.slice(1, 3))).toBeNull();
});
