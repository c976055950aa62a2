import type { RegionTable } from '#domain/routing/region-table.ts';
import { z } from 'zod';

const code = z.string().regex(/^\d{6}$/);
const text = z.string().min(1);

/** Provinces that are unique, and areas that stand in one of them. */
export const regionsSchema: z.ZodType<RegionTable> = z.strictObject({
  version: text, source: text,
  provinces: z.array(z.strictObject({ code, name: text, shortName: text, open: z.boolean() })).min(1),
  areas: z.array(z.strictObject({ areaCode: z.string().regex(/^0(?:10|2\d|[3-9]\d{2})$/), cityCode: code, name: text, province: code })).min(1),
}).refine(({ provinces }) => new Set(provinces.map((province) => province.code)).size === provinces.length, 'a province twice')
  .refine(({ provinces, areas }) => areas.every(({ cityCode, province }) => cityCode.slice(0, 2) === province.slice(0, 2) && provinces.some((one) => one.code === province)), 'an area in no province');
