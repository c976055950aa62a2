import { z } from 'zod';
import { fail, ok, type Result } from '#domain/result.ts';
import type { CatalogueProblem, OfferedCatalogue } from '#domain/tariff/carrier-catalogue.ts';

const offering = z.object({
  id: z.string().min(1).max(100),
  category: z.array(z.object({ id: z.string() })).default([]),
  productOfferingCharacteristic: z.array(z.object({ name: z.string(), value: z.unknown() })).default([]),
});
const identified = z.object({ id: z.string() });
const members = { plan: 'plans', addOn: 'addOns', promotion: 'promotions' } as const;
type Category = keyof typeof members;
const categories = Object.keys(members) as Category[];

/**
 * Sorts TMF620 offerings by their category and takes the characteristic `tariff` of each; other categories are none of the tariff.
 * What the carrier serves is confirmed unless an offering says that it is not.
 */
export function readOfferings(offerings: readonly unknown[], etag: string | null): Result<OfferedCatalogue, CatalogueProblem> {
  const read = { plans: [] as unknown[], addOns: [] as unknown[], promotions: [] as unknown[] };
  let confirmed = true;
  for (const [at, one] of offerings.entries()) {
    const parsed = offering.safeParse(one);
    if (!parsed.success) return fail({ offering: idOf(one) ?? `#${at + 1}`, member: parsed.error.issues[0]?.path.join('.') ?? '', why: 'offering-not-understood' });
    const { id, category, productOfferingCharacteristic } = parsed.data;
    const kind = categories.find((each) => category.some((ref) => ref.id === each));
    if (kind === undefined) continue;
    const valueOf = (name: string): unknown => productOfferingCharacteristic.find((each) => each.name === name)?.value;
    const tariff = valueOf('tariff');
    if (tariff === undefined) return fail({ offering: id, member: 'tariff', why: 'tariff-missing' });
    if (idOf(tariff) !== id) return fail({ offering: id, member: 'tariff.id', why: 'id-differs' });
    if (valueOf('confirmed') === false) confirmed = false;
    read[members[kind]].push(tariff);
  }
  if (read.plans.length === 0) return fail({ offering: '', member: '', why: 'none-offered' });
  return ok({ version: versionOf(etag), confirmed, ...read });
}

const idOf = (value: unknown): string | null => identified.safeParse(value).data?.id ?? null;

/** The carrier's name of its version, in signs that a version may have. */
const versionOf = (etag: string | null): string => (etag ?? '').replace(/^W\//, '').replace(/[^\w.-]/g, '').slice(0, 60) || 'carrier';
