import type { Failure } from '#contract/failures.ts';
import type { CallerFound } from '#contract/routing.ts';
import { formatPhone, parsePhone } from '#domain/applicant/phone.ts';
import { ok, type Result } from '#domain/result.ts';
import { callerOfPhone } from '#domain/routing/caller-of-phone.ts';
import { homeOfMobile, segmentsVersion } from '../../reference/mobile-segments.ts';
import type { ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';

/** The three places abroad by the numbering plan that are provinces on the map. */
const overseas: Readonly<Record<string, string>> = { '852': '810000', '853': '820000', '886': '710000' };

/** Where a caller's number is: by area code, by the home of its mobile segment, or unknown; from abroad 400 numbers cannot be called. */
export async function findCaller({ reference: { regions } }: Pick<ConsoleContext, 'reference'>, text: string): Promise<Result<CallerFound, Failure>> {
  const parsed = parsePhone(text);
  const dataVersion = `区号表 ${regions.version} · 号段 libphonenumber ${segmentsVersion}`;
  if (!parsed.ok && parsed.error.code === 'phone-foreign') {
    const digits = text.replace(/\D/g, '').replace(/^00/, '');
    const province = Object.entries(overseas).find(([prefix]) => digits.startsWith(prefix))?.[1] ?? 'abroad';
    return ok({ caller: { digits: '', lineKind: 'other', areaCode: null, city: null, province }, text: text.trim(), knownBy: 'abroad', dataVersion });
  }
  if (!parsed.ok) return refuse('caller-unreadable', { why: parsed.error.code });
  const phone = { ...parsed.value, extension: null };
  const caller = callerOfPhone(phone, regions, phone.kind === 'mobile' ? await homeOfMobile(phone.digits) : null);
  const knownBy = caller.province === null ? 'unknown' : phone.kind === 'mobile' ? 'mobile-segment' : 'area-code';
  return ok({ caller, text: formatPhone(phone), knownBy, dataVersion });
}
