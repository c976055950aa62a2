import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Facts } from '../facts.ts';
import { fail, ok, type Result } from '../result.ts';
import { halfWidth } from './normalise-code.ts';

/** A domestic number that exists in the numbering plan. */
export type Phone = {
  readonly kind: 'mobile' | 'landline' | 'access-400' | 'access-800' | 'satellite' | 'short';
  /** As dialled at home, digits only: `01059206688`, `13901002748`, `4006001688`, `95588`. */
  readonly digits: string;
  /** With the leading 0; landlines only. */
  readonly areaCode: string | null;
  readonly extension: string | null;
  /** False when the bundled numbering plan does not know the segment or area yet: a warning, no refusal. */
  readonly known: boolean;
};

/** Why a text is no domestic number. */
export type PhoneRefusal = { readonly code: PhoneRefusalCode; readonly facts: Facts };
export type PhoneRefusalCode = 'phone-missing' | 'phone-character' | 'phone-area-code-missing' | 'phone-foreign' | 'phone-not-a-number';

const SPELLED_EXTENSION = /(?:转|轉|分机|ext\.?|x|#|,)\s*(\d{1,6})$/i;
const HYPHEN_EXTENSION = /-(\d{1,6})$/;

/** Reads a number as people write it: blanks, hyphens, brackets, full width, +86, 0 before a mobile, an extension. */
export function parsePhone(text: string): Result<Phone, PhoneRefusal> {
  const written = halfWidth(text).replace(/[\u200b-\u200f\ufeff]/g, '').replace(/[—–‐−]/g, '-').trim();
  if (written === '') return fail({ code: 'phone-missing', facts: {} });
  const spelled = SPELLED_EXTENSION.exec(written);
  if (spelled !== null) return withExtension(readDigits(written.slice(0, spelled.index)), spelled[1] ?? '');
  const whole = readDigits(written);
  const tail = HYPHEN_EXTENSION.exec(written);
  if (whole.ok || tail === null) return whole;
  const head = withExtension(readDigits(written.slice(0, tail.index)), tail[1] ?? '');
  return head.ok ? head : whole;
}

/** `139 0100 2748`, `010-5920 6688 转 801`, `400-600-1688`; a short number as it is. */
export function formatPhone(phone: Phone): string {
  const plain = phone.areaCode === null ? withoutArea(phone) : `${phone.areaCode}-${grouped(phone.digits.slice(phone.areaCode.length))}`;
  return phone.extension === null ? plain : `${plain} 转 ${phone.extension}`;
}

function withoutArea({ kind, digits }: Phone): string {
  if (kind === 'mobile' || kind === 'satellite') return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;
  return kind === 'short' ? digits : `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
}

function readDigits(written: string): Result<Phone, PhoneRefusal> {
  const stray = /[^\d\s()+\-./]/.exec(written);
  if (stray !== null) return fail({ code: 'phone-character', facts: { position: stray.index + 1, character: stray[0] } });
  const compact = written.replace(/[\s()\-./]/g, '');
  const abroad = /^(?:\+|00)(\d+)$/.exec(compact);
  if (abroad !== null && !abroad[1]?.startsWith('86')) return fail({ code: 'phone-foreign', facts: { prefix: compact.slice(0, 5) } });
  const digits = abroad === null ? compact : (abroad[1] ?? '').slice(2);
  return /^\d+$/.test(digits) ? classify(digits) : fail({ code: 'phone-not-a-number', facts: { length: digits.length } });
}

function classify(digits: string): Result<Phone, PhoneRefusal> {
  const national = digits.replace(/^0(?=1[3-9]\d{9}$)/, '').replace(/^0(?=[48]00\d{7}$)/, '');
  if (/^[48]00\d{7}$/.test(national)) return ok(phone(national.startsWith('4') ? 'access-400' : 'access-800', national, true));
  if (/^(?:1[0-2]\d{1,4}|9[56]\d{3,6})$/.test(national)) return ok(phone('short', national, true));
  if (/^1[3-9]\d{9}$/.test(national)) return ok(mobile(national));
  if (/^[2-8]\d{6,7}$/.test(national)) return fail({ code: 'phone-area-code-missing', facts: { length: national.length } });
  return landline(national);
}

function mobile(digits: string): Phone {
  if (/^(?:1349|1740[0-5])/.test(digits)) return phone('satellite', digits, true);
  return phone('mobile', digits, planKnows(digits));
}

/** The area code: 010, 02x, or four digits; written without its 0 only after +86. */
function landline(national: string): Result<Phone, PhoneRefusal> {
  const digits = national.startsWith('0') ? national : `0${national}`;
  const areaCode = /^0(?:10|2\d|[3-9]\d{2})/.exec(digits)?.[0];
  const local = areaCode === undefined ? '' : digits.slice(areaCode.length);
  const refusal = fail({ code: 'phone-not-a-number' as const, facts: { length: national.length } });
  if (areaCode === undefined || !/^[2-8]\d{6,7}$/.test(local)) return refusal;
  if (planKnows(digits)) return ok({ ...phone('landline', digits, true), areaCode });
  // The bundled plan merged some area codes away: there a plausible number is taken, elsewhere it is wrong.
  const planKnowsArea = areaCode.length === 3 || [`${areaCode}2012345`, `${areaCode}26014591`].some(planKnows);
  return planKnowsArea ? refusal : ok({ ...phone('landline', digits, false), areaCode });
}

function planKnows(digits: string): boolean {
  const parsed = parsePhoneNumberFromString(digits, 'CN');
  return parsed !== undefined && parsed.country === 'CN' && parsed.isValid();
}

function phone(kind: Phone['kind'], digits: string, known: boolean): Phone {
  return { kind, digits, areaCode: null, extension: null, known };
}

function withExtension(result: Result<Phone, PhoneRefusal>, extension: string): Result<Phone, PhoneRefusal> {
  return result.ok ? ok({ ...result.value, extension }) : result;
}

/** Eight digits 4 4, seven digits 3 4. */
const grouped = (local: string): string => `${local.slice(0, -4)} ${local.slice(-4)}`;
