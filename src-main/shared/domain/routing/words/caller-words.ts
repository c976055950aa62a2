import type { RegionKey } from '../caller.ts';
import { regionName } from '../region-names.ts';
import type { RegionTable } from '../region-table.ts';
import type { Rule } from '../routing-form.ts';

export const lineKindWords = { any: '', landline: '固话', mobile: '手机', other: '其他' } as const;

/** 天津、河北来电, 手机来电, 归属不明的来电; empty for everybody. */
export function callerWords({ regions: keys, lineKind }: Pick<Rule, 'regions' | 'lineKind'>, regions: RegionTable): string {
  if (keys.length === 0) return lineKind === 'any' ? '' : `${lineKindWords[lineKind]}来电`;
  return `${regionsWords(keys, regions)}${lineKind === 'any' ? '' : lineKindWords[lineKind]}来电`;
}

/** All open provinces are the country; many are counted after the first few. */
export function regionsWords(keys: readonly RegionKey[], regions: RegionTable, most = 6): string {
  const open = regions.provinces.filter((province) => province.open);
  const provinces = open.filter(({ code }) => keys.includes(`province:${code}`));
  const unknown = keys.includes('unknown');
  const others = keys.filter((key) => !key.startsWith('province:') && key !== 'unknown');
  if (provinces.length === open.length) return unknown ? '全国' : '全国（归属不明的除外）';
  const names = [...provinces.map(({ shortName }) => shortName), ...others.map((key) => regionName(key, regions)), ...(unknown ? ['归属不明'] : [])];
  return names.length > most ? `${names.slice(0, most - 1).join('、')}等${names.length}处` : names.join('、');
}
