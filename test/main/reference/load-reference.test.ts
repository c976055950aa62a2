import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadReference } from '../../../src-main/reference/load-reference.ts';

const shipped = resolve('resources/reference');
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reference-'));
  cpSync(shipped, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const change = (file: string, edit: (value: never) => void): void => {
  const value = JSON.parse(readFileSync(join(dir, file), 'utf8')) as never;
  edit(value);
  writeFileSync(join(dir, file), JSON.stringify(value));
};

describe('the shipped tables', () => {
  it('load, and say that no carrier has confirmed them', () => {
    const loaded = loadReference(shipped);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    const { numberRules, gradeTable, catalogue, policy, segments } = loaded.value;
    expect([numberRules, gradeTable, catalogue, policy].map(({ confirmed }) => confirmed)).toEqual([false, false, false, false]);
    expect(segments.filter(({ orderable }) => orderable).map(({ head }) => head)).toEqual(['4000', '4006']);
    expect(catalogue.plans.filter(({ sellable }) => sellable).map(({ name }) => name)).toEqual([
      '营业厅标准', '长途被叫标准', '50元低消', '3000套餐', '区号特价', '北京标准版200', '北京标准版500',
    ]);
  });
});

describe('a spoilt table is refused by file and path', () => {
  it('a negative amount', () => {
    change('number-grades.json', (value: { grades: { floorLi: number }[] }) => { value.grades[2]!.floorLi = -1; });
    expect(loadReference(dir)).toMatchObject({ ok: false, error: { code: 'reference-unusable', file: 'number-grades.json', path: 'grades.2.floorLi' } });
  });

  it('a grade that is missing', () => {
    change('number-grades.json', (value: { grades: unknown[] }) => { value.grades.pop(); });
    expect(loadReference(dir)).toMatchObject({ ok: false, error: { file: 'number-grades.json', path: 'grades', problem: 'each grade once' } });
  });

  it.each([
    ['a letter more than the digits allow', { digits: '68' }, { path: 'AABBCC', problem: 'letters-more-than-digits' }],
    ['a shape in the middle that has no room there', { anchor: 'middle' }, { path: 'AABBCC', problem: 'too-long' }],
    ['an id that stands twice', { id: 'RUN-7' }, { path: 'RUN-7', problem: 'duplicate-id' }],
    ['a shape of eight', { shape: 'AABBCCDD' }, { path: 'rules.9.shape' }],
    ['a kind that nobody knows', { kind: 'regex' }, { path: 'rules.9.kind' }],
  ])('a rule with %s', (_, edit, error) => {
    change('number-rules.json', (value: { rules: object[] }) => { Object.assign(value.rules[9]!, edit); });
    expect(loadReference(dir)).toMatchObject({ ok: false, error: { code: 'reference-unusable', file: 'number-rules.json', ...error } });
  });

  it('a surcharge on a head that is not ours', () => {
    change('number-rules.json', (value: { heads: { head: string }[] }) => { value.heads[1]!.head = '400800'; });
    expect(loadReference(dir)).toMatchObject({ ok: false, error: { file: 'number-rules.json', path: 'HEAD-400666', problem: 'head-not-ours' } });
  });

  it('a misspelt field of a plan', () => {
    change('plans.json', (value: { plans: Record<string, unknown>[] }) => { value.plans[1]!.prepaidLi = 5; });
    expect(loadReference(dir)).toMatchObject({ ok: false, error: { file: 'plans.json', path: 'plans.1' } });
  });

  it('a plan sold without a price', () => {
    change('plans.json', (value: { plans: { monthlyFeeLi: null | number }[] }) => { value.plans[0]!.monthlyFeeLi = null; });
    expect(loadReference(dir)).toMatchObject({ ok: false, error: { file: 'plans.json', path: 'plans.0', problem: 'a sellable plan has a price' } });
  });

  type Tables = { plans: Record<string, unknown>[]; addOns: Record<string, unknown>[]; promotions: Record<string, unknown>[] };
  it.each<readonly [string, (value: Tables) => void, string, string]>([
    ['an add-on with the id of a plan', ({ plans, addOns }) => { addOns[1]!['id'] = plans[0]!['id']; }, 'addOns.1.id', 'ids stand once'],
    ['included minutes that nobody says what for', ({ plans }) => { plans[5]!['includedScope'] = null; }, 'plans.5', 'included minutes and their scope come together'],
    ['a scope without minutes', ({ plans }) => { plans[0]!['includedScope'] = '国内来电'; }, 'plans.0', 'included minutes and their scope come together'],
    ['a plan that ends before it begins', ({ plans }) => { plans[2]!['effectiveTo'] = '2024-10-05'; }, 'plans.2', 'effective days are in order'],
    ['a sample price of a plan that is sold', ({ plans }) => { plans[0]!['trainingMonthlyFeeLi'] = 1000; }, 'plans.0', 'only a plan that halls price has a sample price'],
    ['a price of a plan that halls price', ({ plans }) => { plans[7]!['monthlyFeeLi'] = 1000; }, 'plans.7', 'a plan that halls price comes without a price'],
    ['no plan that goes by the grade', ({ plans }) => { plans.shift(); }, 'plans', 'a priced plan goes by the grade'],
    ['an add-on that excludes nothing known', ({ addOns }) => { addOns[0]!['excludes'] = ['fax']; }, 'addOns.0.excludes', 'excludes other add-ons'],
    ['an add-on that needs itself', ({ addOns }) => { addOns[0]!['needs'] = ['ring-back']; }, 'addOns.0.needs', 'needs plans or other add-ons'],
    ['a promotion of an unknown plan', ({ promotions }) => { promotions[0]!['planIds'] = ['fax']; }, 'promotions.0.planIds', 'plans of a promotion exist'],
    ['a promotion on a charge that the add-on has not', ({ promotions }) => { promotions[0]!['target'] = { kind: 'add-on', addOnId: 'ring-back', per: 'month' }; }, 'promotions.0.target', 'target of a promotion exists'],
    ['a promotion of nothing off', ({ promotions }) => { promotions[0]!['percentOff'] = 0; }, 'promotions.0.percentOff', ''],
  ])('a catalogue with %s', (_, edit, path, problem) => {
    change('plans.json', edit as (value: never) => void);
    expect(loadReference(dir)).toMatchObject({ ok: false, error: { file: 'plans.json', path, ...(problem && { problem }) } });
  });

  it.each<readonly [string, (value: Tables) => void, string]>([
    ['an opening fee', ({ plans }) => { plans[0]!['openingFeeLi'] = 100_005; }, 'plans.0.openingFeeLi'], ['a function fee', ({ plans }) => { plans[0]!['functionFeeMonthLi'] = 5; }, 'plans.0.functionFeeMonthLi'],
    ['a package fee', ({ plans }) => { plans[0]!['monthlyFeeLi'] = 15; }, 'plans.0.monthlyFeeLi'], ['a cap', ({ plans }) => { plans[0]!['callCapLi'] = 1; }, 'plans.0.callCapLi'],
    ['a minimum', ({ plans }) => { plans[2]!['minimum'] = { kind: 'amount', li: 50_001 }; }, 'plans.2.minimum.li'], ['a prepayment', ({ plans }) => { plans[2]!['prepayLi'] = 200_009; }, 'plans.2.prepayLi'],
    ['a bonus', ({ plans }) => { plans[2]!['bonus'] = { bonusLi: 1, lapsesAfterMonths: 12 }; }, 'plans.2.bonus.bonusLi'],
    ['a commitment', ({ plans }) => { plans[3]!['commitment'] = { li: 3_000_001, months: 24, counts: ['calls'] }; }, 'plans.3.commitment.li'],
    ['a charge of an add-on', ({ addOns }) => { addOns[0]!['charges'] = [{ per: 'month', li: 1 }]; }, 'addOns.0.charges.0.li'],
  ])('%s that is not whole fen', (_, edit, path) => {
    change('plans.json', edit as (value: never) => void);
    expect(loadReference(dir)).toMatchObject({ ok: false, error: { file: 'plans.json', path } });
  });

  it('a price of a minute may have parts of a fen, but not more than a bill can hold exactly', () => {
    const priced = (liPerMinute: number) => {
      change('plans.json', ({ plans }: Tables) => { plans[1]!['rates'] = { kind: 'flat', liPerMinute }; });
      return loadReference(dir);
    };
    expect([priced(185).ok, priced(10_000).ok]).toEqual([true, true]);
    expect(priced(10_001)).toMatchObject({ ok: false, error: { path: 'plans.1.rates.liPerMinute' } });
  });

  it('a term that would make bills without end, and a floor of a grade that is not whole fen', () => {
    change('number-grades.json', (value: { grades: { floorLi: number }[] }) => { value.grades[2]!.floorLi = 1_000_005; });
    expect(loadReference(dir)).toMatchObject({ ok: false, error: { path: 'grades.2.floorLi' } });
    cpSync(shipped, dir, { recursive: true });
    change('plans.json', ({ plans }: Tables) => { plans[3]!['commitment'] = { li: 3_000_000, months: 241, counts: ['calls'] }; });
    expect(loadReference(dir)).toMatchObject({ ok: false, error: { path: 'plans.3.commitment.months' } });
  });

  it('a clause that is left out', () => {
    change('agreement-clauses.json', (value: { clauses: { items: unknown[] }[] }) => { value.clauses[3]!.items.shift(); });
    expect(loadReference(dir)).toMatchObject({ ok: false, error: { file: 'agreement-clauses.json', path: 'clauses', problem: 'clauses and items are numbered in order' } });
  });

  it('a file that is no JSON, and one that is missing', () => {
    writeFileSync(join(dir, 'policy.json'), '{');
    expect(loadReference(dir)).toMatchObject({ ok: false, error: { file: 'policy.json', path: '', problem: 'SyntaxError' } });
    rmSync(join(dir, 'policy.json'));
    expect(loadReference(dir)).toMatchObject({ ok: false, error: { file: 'policy.json', path: '' } });
  });
});
