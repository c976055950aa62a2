import type { Caller, RegionKey } from './caller.ts';
import type { RegionTable } from './region-table.ts';

/** Callers who stand for everybody of a region; of a province for those in none of its cities that a form names. */
export function probesOf(region: RegionKey, regions: RegionTable): readonly Caller[] {
  const someone = { digits: '', lineKind: 'landline' } as const;
  if (region === 'unknown') return [{ ...someone, areaCode: null, city: null, province: null }];
  if (region.startsWith('province:')) return [{ ...someone, areaCode: '', city: '', province: region.slice(9) }];
  const rows = regions.areas.filter(({ areaCode, cityCode }) => region === `area:${areaCode}` || region === `city:${cityCode}`);
  // Somebody of an area code whose city is not told, too.
  const untold = region.startsWith('area:') && rows.length > 1 ? rows.slice(0, 1).map((row) => ({ ...row, cityCode: null })) : [];
  return [...untold, ...rows].map(({ areaCode, cityCode: city, province }) => ({ ...someone, areaCode, city, province }));
}
