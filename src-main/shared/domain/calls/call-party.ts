import { parsePhone } from '../applicant/phone.ts';
import type { CallRecord } from '../tariff/usage.ts';

/** A party as the price list sees it; the number itself goes no further. `area` null: unknown, or a mobile. */
export type CallParty = { readonly line: CallRecord['line']; readonly area: string | null };

const mobile = /^(?:\+?86|0086)?0?1[3-9]\d{9}$/;
/** What spreadsheets make of a mobile number when the column is narrow: which one it was is lost, that it is a mobile is not. */
const roundedMobile = /^1\.[3-9]\d*E\+?10$/i;
const localNumber = /^[2-8]\d{6,7}$/;

/** Reads who called, or null when the text is no domestic number (匿名, a call from abroad). */
export function callParty(text: string): CallParty | null {
  const written = text.replace(/[\s\u00a0\-—()（）]/g, '');
  if (mobile.test(written) || roundedMobile.test(written)) return { line: 'mobile', area: null };
  if (localNumber.test(written)) return { line: 'fixed', area: null };
  const phone = parsePhone(text);
  if (!phone.ok) return null;
  const { kind, areaCode } = phone.value;
  return { line: kind === 'mobile' || kind === 'satellite' ? 'mobile' : 'fixed', area: areaCode };
}

/** An area code as a column of its own gives it: `010`, `10`, `0755`, with words around it or none. */
export function areaCodeIn(text: string): string | null {
  const digits = /(?:^|\D)0?(10|2\d|[3-9]\d{2})(?:\D|$)/.exec(text)?.[1];
  return digits === undefined ? null : `0${digits}`;
}
