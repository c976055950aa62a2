import { resolve } from 'node:path';
import { geocoder } from 'libphonenumber-geo-carrier';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { placeOfArea, placeOfName } from '#domain/routing/caller-of-phone.ts';
import { isKnownRegion, regionName } from '#domain/routing/region-names.ts';
import { loadReference } from '../../../src-main/reference/load-reference.ts';

const reference = loadReference(resolve('resources/reference'));
if (!reference.ok) throw new Error('no reference');
const { regions } = reference.value;

test('34 provinces, 31 of them open, no name twice', () => {
  expect(regions.provinces.length).toBe(34);
  expect(regions.provinces.filter(({ open }) => !open).map(({ code }) => code)).toEqual(['710000', '810000', '820000']);
  expect(new Set(regions.provinces.map(({ shortName }) => shortName)).size).toBe(34);
  expect(new Set(regions.areas.map(({ areaCode, cityCode }) => areaCode + cityCode)).size).toBe(regions.areas.length);
  expect(new Set(regions.areas.map(({ cityCode }) => cityCode)).size).toBeGreaterThan(330);
});

test('every area code is where the maintained numbering data has it', async () => {
  const codes = [...new Set(regions.areas.map(({ areaCode }) => areaCode))];
  // A number of eight digits exists in every area as far as its place is asked for.
  const wrong = await Promise.all(codes.filter((_, index) => index % 8 === 0 || codes.length < 50).map(async (areaCode) => {
    const told = await geocoder(parsePhoneNumberFromString(`+86${areaCode.slice(1)}83450000`), 'zh');
    const place = told === null ? null : placeOfName(told, regions);
    return place === null || place.province === placeOfArea(areaCode, regions).province ? null : `${areaCode} ${told}`;
  }));
  expect(wrong.filter((one) => one !== null)).toEqual([]);
}, 60_000);

test.each([
  ['province:120000', '天津'], ['city:130600', '河北保定'], ['area:0312', '0312 河北保定'], ['area:028', '028 四川成都/眉山/资阳'], ['area:010', '010 北京'], ['unknown', '未知归属'], ['city:999999', 'city:999999'],
])('%s is called %s', (key, name) => {
  expect(regionName(key, regions)).toBe(name);
  expect(isKnownRegion(key, regions)).toBe(name !== key);
});

test.each([
  ['河北省保定市', '130600', '0312'], ['新疆喀什地区', '653100', '0998'], ['天津市', '120000', '022'], ['吉林省吉林市', '220200', '0432'], ['湖北省襄樊市', '420600', '0710'], ['内蒙古呼和浩特市', '150100', '0471'], ['四川省眉山市', '511400', '028'],
])('%s is read', (text, city, areaCode) => expect(placeOfName(text, regions)).toMatchObject({ city, areaCode }));

test('an area code of several cities tells no city', () => {
  expect(placeOfArea('028', regions)).toEqual({ areaCode: '028', city: null, province: '510000' });
  expect(placeOfArea('0999', regions)).toMatchObject({ province: '650000' });
  expect(placeOfName('火星', regions).province).toBeNull();
});
