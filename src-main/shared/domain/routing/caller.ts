/**
 * A place on a form: `province:120000` and `city:130600` by GB/T 2260, `area:0312` by area code,
 * `unknown` for callers whose place nobody knows.
 */
export type RegionKey = string;

/** Who calls: what the network tells about the line, `null` where it does not. */
export type Caller = {
  /** As dialled at home, digits only (`02223450000`, `13901002748`); empty when withheld. */
  readonly digits: string;
  readonly lineKind: 'landline' | 'mobile' | 'other';
  /** With the leading 0; of a mobile the area of its home. */
  readonly areaCode: string | null;
  /** GB/T 2260, six digits, or `abroad`. */
  readonly city: string | null;
  readonly province: string | null;
};

/** Provinces from which 400 numbers cannot be called (product.md: 31 regions are open), and everywhere abroad. */
export const provincesNotOpen: ReadonlySet<string> = new Set(['710000', '810000', '820000', 'abroad']);

/** True when the caller is in the region; an unknown province is only in `unknown`. */
export function isInRegion(caller: Pick<Caller, 'areaCode' | 'city' | 'province'>, region: RegionKey): boolean {
  if (region === 'unknown') return caller.province === null;
  if (region.startsWith('province:')) return region.slice(9) === caller.province;
  if (region.startsWith('city:')) return region.slice(5) === caller.city;
  return region.startsWith('area:') && region.slice(5) === caller.areaCode;
}
