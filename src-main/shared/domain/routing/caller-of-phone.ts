import type { Phone } from '../applicant/phone.ts';
import type { Caller } from './caller.ts';
import type { RegionTable } from './region-table.ts';

/** Cities that the numbering data calls by a name they no longer have. */
const renamed: Readonly<Record<string, string>> = { 襄樊: '襄阳', 莱芜: '济南', 巢湖: '合肥' };

/** Who calls from a phone; a mobile's home is told by its segment's place (河北省保定市), null where nobody knows it. */
export function callerOfPhone(phone: Phone, regions: RegionTable, mobilePlace: string | null): Caller {
  if (phone.kind === 'landline') return { digits: phone.digits, lineKind: 'landline', ...placeOfArea(phone.areaCode, regions) };
  return { digits: phone.digits, lineKind: phone.kind === 'mobile' ? 'mobile' : 'other', ...(mobilePlace === null ? nowhere : placeOfName(mobilePlace, regions)) };
}

type Place = Pick<Caller, 'areaCode' | 'city' | 'province'>;
const nowhere: Place = { areaCode: null, city: null, province: null };

/** The place of an area code; its city is known only where the code has one. */
export function placeOfArea(areaCode: string | null, regions: RegionTable): Place {
  const rows = regions.areas.filter((row) => row.areaCode === areaCode);
  const [row] = rows;
  return row === undefined ? { ...nowhere, areaCode } : { areaCode, province: row.province, city: rows.length === 1 ? row.cityCode : null };
}

/** Reads 河北省保定市, 新疆喀什地区, 天津市. */
export function placeOfName(text: string, regions: RegionTable): Place {
  const province = regions.provinces.find(({ name, shortName }) => text.startsWith(name) || text.startsWith(shortName));
  if (province === undefined) return nowhere;
  const rest = [province.name, `${province.shortName}省`, `${province.shortName}市`, province.shortName].find((head) => text.startsWith(head))?.length ?? 0;
  const city = Object.entries(renamed).reduce((name, [old, now]) => name.replace(new RegExp(`^${old}`), now), text.slice(rest));
  const rows = regions.areas.filter((row) => row.province === province.code);
  const row = city === '' && new Set(rows.map(({ cityCode }) => cityCode)).size === 1 ? rows[0] : rows.find(({ name }) => city.startsWith(name));
  return row === undefined ? { ...nowhere, province: province.code } : { province: province.code, city: row.cityCode, areaCode: row.areaCode };
}

/** Somebody of a region, for trying a call without a number. */
export function callerOfRegion(region: string, lineKind: 'landline' | 'mobile', regions: RegionTable): Caller {
  const someone = { digits: '', lineKind } as const;
  if (region.startsWith('province:')) return { ...someone, ...nowhere, province: region.slice(9) };
  if (region.startsWith('area:')) return { ...someone, ...placeOfArea(region.slice(5), regions) };
  const row = region.startsWith('city:') ? regions.areas.find(({ cityCode }) => cityCode === region.slice(5)) : undefined;
  return row === undefined ? { ...someone, ...nowhere } : { ...someone, areaCode: row.areaCode, city: row.cityCode, province: row.province };
}
