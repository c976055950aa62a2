import type { RegionKey } from './caller.ts';
import type { RegionTable } from './region-table.ts';

/** What a region is called: 天津, 河北保定, 0312 河北保定, 028 四川成都/眉山/资阳, 未知归属; a key that names none is shown as it is. */
export function regionName(key: RegionKey, regions: RegionTable): string {
  if (key === 'unknown') return '未知归属';
  if (key.startsWith('province:')) return provinceName(key.slice(9), regions) ?? key;
  const row = areaOf(key, regions);
  if (row === undefined) return key;
  const province = provinceName(row.province, regions) ?? '';
  const names = key.startsWith('city:') ? row.name : regions.areas.filter(({ areaCode }) => areaCode === row.areaCode).map(({ name }) => name).join('/');
  const place = province === names ? names : province + names;
  return key.startsWith('area:') ? `${row.areaCode} ${place}` : place;
}

/** Whether a key names a region that is bundled. */
export const isKnownRegion = (key: RegionKey, regions: RegionTable): boolean =>
  key === 'unknown' || (key.startsWith('province:') ? regions.provinces.some(({ code }) => code === key.slice(9)) : areaOf(key, regions) !== undefined);

/** The row of a `city:` or `area:` key. */
export function areaOf(key: RegionKey, regions: RegionTable): RegionTable['areas'][number] | undefined {
  if (key.startsWith('city:')) return regions.areas.find(({ cityCode }) => cityCode === key.slice(5));
  return key.startsWith('area:') ? regions.areas.find(({ areaCode }) => areaCode === key.slice(5)) : undefined;
}

const provinceName = (code: string, regions: RegionTable): string | undefined => regions.provinces.find((province) => province.code === code)?.shortName;
