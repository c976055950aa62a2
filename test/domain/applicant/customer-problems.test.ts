import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerProblems } from '#domain/applicant/customer-problems.ts';
import { emptyCustomer, type CustomerContext, type CustomerDraft } from '#domain/applicant/customer.ts';
import shipped from '../../../resources/reference/policy.json' with { type: 'json' };

const context: CustomerContext = { today: '2026-11-24', policy: shipped.customer };
const good: CustomerDraft = {
  name: '示例市朔方冷链物流有限公司', licenceKind: 'enterprise', creditCode: '91350100M000100Y43', licenceTerm: 'not-shown', licenceUntil: '',
  phone: '010-5920 6688', address: '示例省示例市冷库路88号', foundedOn: '2009-03-18', stockCode: '600036', legalName: '阿卜杜·热合曼', legalIdNumber: '34052419800101001X', legalPhone: '139 0100 2748',
  handlerName: '陈㛃', handlerIdNumber: '110105198503172832', handlerPhone: '186 1177 5102', handlerRelation: 'employee',
  handlerIdFrom: '2018-06-12', handlerIdTo: '2038-06-12', purpose: '冷链运输客户服务与报修', businessScope: '道路货物运输；冷链仓储', toldCallerPays: true, consents: true,
};
const found = (change: Partial<CustomerDraft>, more: Partial<CustomerContext> = {}) =>
  customerProblems({ ...good, ...change }, { ...context, ...more }).map(({ field, code, severity }) => `${severity} ${field} ${code}`);

describe('the customer task', () => {
  test('a complete customer has nothing to mend', () => {
    expect(found({})).toEqual([]);
  });

  test('an empty one names every field that is asked for', () => {
    const problems = customerProblems(emptyCustomer, context);
    expect(problems.filter(({ code }) => code === 'missing').map(({ field }) => field)).toEqual([
      'name', 'creditCode', 'phone', 'address', 'legalName', 'legalIdNumber', 'legalPhone', 'handlerName', 'handlerIdNumber', 'handlerPhone', 'handlerIdFrom', 'handlerIdTo', 'purpose',
    ]);
    expect(problems.filter(({ code }) => code !== 'missing').map(({ code }) => code)).toEqual(['caller-pays-not-told', 'consent-missing']);
  });

  test.each<[string, Partial<CustomerDraft>, string]>([
    ['a person’s name', { name: '张三' }, 'error name applicant-individual'],
    ['a person’s name with a dot', { name: '阿卜杜·热合曼' }, 'error name applicant-individual'],
    ['an individual business', { creditCode: '92110105MA0000349W' }, 'error creditCode credit-code-individual-business'],
    ['a wrong check character', { creditCode: '91350100M000100Y4X' }, 'error creditCode credit-code-check-character'],
    ['a society’s code on a company', { licenceKind: 'society' }, 'warning licenceKind licence-kind-differs'],
    ['a private-use character in a name', { handlerName: '陈\ue000' }, 'error handlerName name-private-use'],
    ['a control character in a name', { name: '示例\u0007有限公司' }, 'error name name-control'],
    ['half a surrogate pair', { legalName: '王\ud842' }, 'error legalName name-replacement'],
    ['another middle dot', { legalName: '阿卜杜•热合曼' }, 'warning legalName name-dot'],
    ['a blank inside a name', { handlerName: '陈 㛃' }, 'warning handlerName name-blank'],
    ['half-width brackets', { name: '示例(中国)有限公司' }, 'warning name name-half-width-bracket'],
    ['no licence date', { licenceTerm: 'until' }, 'error licenceUntil missing'],
    ['an impossible licence date', { licenceTerm: 'until', licenceUntil: '2027-02-29' }, 'error licenceUntil licence-until-date'],
    ['a licence that ended yesterday', { licenceTerm: 'until', licenceUntil: '2026-11-23' }, 'error licenceUntil licence-expired'],
    ['a licence that ends today', { licenceTerm: 'until', licenceUntil: '2026-11-24' }, 'warning licenceUntil licence-expiring'],
    ['a licence of 89 days', { licenceTerm: 'until', licenceUntil: '2027-02-21' }, 'warning licenceUntil licence-expiring'],
    ['a handler who is not the legal person by name', { handlerRelation: 'legal-person', handlerIdNumber: good.legalIdNumber }, 'error handlerName legal-person-name-differs'],
    ['a handler who is not the legal person by number', { handlerRelation: 'legal-person', handlerName: good.legalName }, 'error handlerIdNumber legal-person-identity-differs'],
    ['a legal person written as employee', { handlerName: good.legalName, handlerIdNumber: '34052419800101001x' }, 'warning handlerRelation handler-is-legal-person'],
    ['a handler one day under age', { handlerIdNumber: '110101200811250016' }, 'error handlerIdNumber handler-too-young'],
    ['a handler born in 1880', { handlerIdNumber: '440524188001010014' }, 'error handlerIdNumber handler-too-old'],
    ['a card that ended', { handlerIdFrom: '2016-11-23', handlerIdTo: '2026-11-23' }, 'error handlerIdTo identity-expired'],
    ['a card that ends today', { handlerIdFrom: '2016-11-24', handlerIdTo: '2026-11-24' }, 'warning handlerIdTo identity-expiring'],
    ['a card that ends soon', { handlerIdFrom: '2017-01-10', handlerIdTo: '2027-01-10' }, 'warning handlerIdTo identity-expiring'],
    ['a card not valid yet', { handlerIdFrom: '2026-11-25' }, 'error handlerIdFrom identity-not-yet-valid'],
    ['a card from after to', { handlerIdFrom: '2018-06-12', handlerIdTo: '2018-06-11' }, 'error handlerIdTo identity-period-reversed'],
    ['a card of an odd period', { handlerIdTo: '2036-06-12' }, 'warning handlerIdTo identity-period-unusual'],
    ['an impossible card date', { handlerIdTo: '2038-06-31' }, 'error handlerIdTo identity-period-date'],
    ['a 400 number as contact', { phone: '4006001688' }, 'error phone phone-not-for-contact'],
    ['a handler’s number too short', { handlerPhone: '1861177510' }, 'error handlerPhone phone-not-a-number'],
    ['no number of the legal person', { legalPhone: '' }, 'warning legalPhone missing'],
    ['loans', { purpose: '贷款咨询', businessScope: '贷款咨询' }, 'error purpose purpose-banned'],
    ['a purpose beside the scope', { purpose: '美容产品售后' }, 'warning purpose purpose-outside-scope'],
    ['no scope to compare with', { businessScope: ' ' }, 'warning businessScope missing'],
    ['caller not told', { toldCallerPays: false }, 'error toldCallerPays caller-pays-not-told'],
    ['no consent', { consents: false }, 'error consents consent-missing'],
  ])('%s is told, and nothing else', (_name, change, problem) => {
    expect(found(change)).toEqual([problem]);
  });

  test.each<[string, Partial<CustomerDraft>]>([
    ['eighteen today', { handlerIdNumber: '110101200811240010' }], ['a long-term card', { handlerIdTo: '长期' }], ['a licence without end', { licenceTerm: 'long' }],
    ['90 days left', { licenceTerm: 'until', licenceUntil: '2027-02-22' }], ['a card from 29 February', { handlerIdFrom: '2020-02-29', handlerIdTo: '2030-02-28' }],
    ['a purpose of plain words', { purpose: '售后服务热线' }], ['rare characters', { name: '𠮷祥䶮公司', handlerName: '𫖯' }],
    ['a short name that ends like an organisation', { name: '示例中学' }], ['the legal person in person', { handlerRelation: 'legal-person', handlerName: good.legalName, handlerIdNumber: good.legalIdNumber }],
  ])('%s is fine', (_name, change) => {
    expect(found(change)).toEqual([]);
  });

  test('the character that cannot be printed is named with its place', () => {
    const [problem] = customerProblems({ ...good, handlerName: '陈𠮷\ue82d' }, context);
    expect(problem).toEqual({ field: 'handlerName', code: 'name-private-use', facts: { position: 3, codePoint: 'U+E82D', character: '\ue82d' }, severity: 'error' });
  });

  test('the shared blacklist refuses company and persons, however they are typed', () => {
    const blacklist = new Set(['91350100M000100Y43', '34052419800101001X', good.name]);
    expect(found({ creditCode: '91350100m000100y43', legalIdNumber: '34052419800101001x' }, { blacklist })).toEqual([
      'error name blacklisted', 'error creditCode blacklisted', 'error legalIdNumber blacklisted',
    ]);
  });

  test('the number after the last allowed one is refused', () => {
    expect(found({}, { numbersHeld: 4 })).toEqual([]);
    expect(found({}, { numbersHeld: 5 })).toEqual(['error creditCode number-cap-reached']);
  });

  test.each<[string, Partial<CustomerDraft>, string[]]>([
    ['nothing is asked: both are optional', { foundedOn: '', stockCode: '' }, []],
    ['founded today', { foundedOn: '2026-11-24' }, []],
    ['founded tomorrow', { foundedOn: '2026-11-25' }, ['error foundedOn founded-in-future']],
    ['a day that does not exist', { foundedOn: '2009-02-30' }, ['error foundedOn founded-date']],
    ['five digits', { stockCode: '60003' }, ['error stockCode stock-code']],
    ['a market before the digits', { stockCode: 'SH6000' }, ['error stockCode stock-code']],
  ])('day of registration and stock code: %s', (_, change, problems) => expect(found(change)).toEqual(problems));

  test('no text in any field throws, and each field is a field of the draft', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d-]{0,18}$/));
    const draft = fc.record({
      name: text, creditCode: text, licenceUntil: text, phone: text, address: text, foundedOn: text, stockCode: text, legalName: text, legalIdNumber: text, legalPhone: text,
      handlerName: text, handlerIdNumber: text, handlerPhone: text, handlerIdFrom: text, handlerIdTo: text, purpose: text, businessScope: text,
      licenceTerm: fc.constantFrom('not-shown' as const, 'long' as const, 'until' as const),
    });
    fc.assert(fc.property(draft, (change) => {
      for (const { field } of customerProblems({ ...good, ...change }, context)) expect(Object.keys(emptyCustomer)).toContain(field);
    }));
  });
});
