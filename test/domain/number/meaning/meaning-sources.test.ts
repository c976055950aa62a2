import { expect, test } from 'vitest';
import { coreOfName } from '#domain/number/meaning/meaning-name.ts';
import { rhymes } from '#domain/number/meaning/meaning-rhymes.ts';
import { type MeaningCustomer, meaningSources } from '#domain/number/meaning/meaning-sources.ts';
import { meaningOf } from '#domain/number/meaning/meaning.ts';
import { shippedReference } from '../../../main/pool/shipped-rules.ts';

const { meanings } = shippedReference();
const nobody: MeaningCustomer = { name: '', creditCode: '', phone: '', handlerPhone: '', address: '', foundedOn: '', stockCode: '', purpose: '', businessScope: '' };
const own = (customer: Partial<MeaningCustomer>): readonly string[] =>
  meaningSources({ ...nobody, ...customer }, meanings).filter(({ kind, from }) => from !== '' && kind !== 'known-meaning').map(({ kind, from, texts }) => `${kind} ${from}: ${texts.map(({ digits }) => digits).join(' ')}`);

test.each<[string, Partial<MeaningCustomer>, string[]]>([
  ['day of registration', { foundedOn: '2009-03-18' }, ['founded-year 2009: 2009', 'registered-date 2009-03-18: 090318 0318 318']],
  ['a day in December', { foundedOn: '1998-12-06' }, ['founded-year 1998: 1998', 'registered-date 1998-12-06: 981206 1206']],
  ['a year in the scope', { businessScope: '1953年老字号；货物进出口' }, ['founded-year 1953: 1953']],
  ['doors', { address: '北京市朝阳区望京东路88号院103号楼1206' }, ['door-number 88号院: 88', 'door-number 103号楼: 103', 'door-number 1206: 1206']],
  ['full width', { address: '解放路１２８号' }, ['door-number 128号: 128']],
  ['the landline', { phone: '010-5920 6688' }, ['landline-tail 59206688: 9206688 206688 06688 6688']],
  ['stock code', { stockCode: '600036' }, ['stock-code 600036: 600036 0036 036']],
  ['a stock code half typed', { stockCode: '6000' }, []],
  ['credit code', { creditCode: '91350100M000100Y43' }, ['licence-digits 000100: 00100 0100']],
  ['initials and sounds of the name', { name: '示例市久发冷链物流有限公司' }, ['name-initials 久发冷链: 5355 535', 'name-homophones 久发冷链物流: 98 56']],
])('%s', (_, customer, sources) => expect(own(customer)).toEqual(sources));

test('no personal data: a mobile is no source, and identity numbers are not even read', () => {
  const withPersons = { ...nobody, phone: '139 0100 2748', handlerPhone: '18611775102', legalIdNumber: '34052419800101001X', handlerIdNumber: '110105198503172832', legalPhone: '13701000030' };
  expect(meaningSources(withPersons, meanings)).toEqual(meaningSources(nobody, meanings));
});

test('readings of a trade are offered to that trade', () => {
  const known = (scope: string): readonly string[] => meaningSources({ ...nobody, businessScope: scope }, meanings).filter(({ kind, from }) => kind === 'known-meaning' && from !== '').map(({ from, texts }) => `${from}: ${texts.map(({ digits }) => digits).join(' ')}`);
  expect(known('道路货物运输')).toEqual(['运输: 5156 56']);
  expect(known('软件开发')).toEqual(['软件: 1024']);
  expect(known('货物进出口')).toEqual([]);
});

test.each([['北京吉盛龑泰冷链物流供应链管理有限公司望京分公司', '吉盛龑泰冷链物流'], ['示例市朔方冷链物流有限公司', '朔方冷链物流'], ['上海（虹口）久安医药股份有限公司', '久安医药'], ['浙江省杭州市西湖区明德学校', '明德']])(
  '%s calls itself %s', (name, core) => expect(coreOfName(name)).toBe(core));

test('the multiplication table has its 32 rhymes of four digits, each said as children say it', () => {
  expect(rhymes.map(({ digits, from }) => `${digits}${from}`)).toEqual(expect.arrayContaining(['2510二五一十', '2612二六一十二', '3721三七二十一', '5525五五二十五', '9981九九八十一']));
  expect(rhymes).toHaveLength(32);
});

test('a text counts at the end before elsewhere, and never inside 400', () => {
  const source = { kind: 'door-number', from: '88号', texts: [{ digits: '88', from: '88号', fit: 36 }] } as const;
  expect(meaningOf('4006880188', source)).toMatchObject({ at: 8 });
  expect(meaningOf('4006880125', source)).toMatchObject({ at: 4 });
  expect(meaningOf('4006012345', { ...source, texts: [{ digits: '00', from: '', fit: 1 }] })).toBeNull();
});
