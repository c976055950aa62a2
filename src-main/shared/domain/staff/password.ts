import type { Facts } from '../facts.ts';
import { fail, ok, type Result } from '../result.ts';

/** Why a password is refused; the password itself is in no fact. */
export type PasswordRefusal = { readonly code: 'password-too-short' | 'password-too-long' | 'password-holds-staff-number' | 'password-common' | 'password-too-simple'; readonly facts: Facts };

/** Shortest password, in characters. */
export const PASSWORD_MIN = 10;
/** Longest password, so that hashing has a bound. */
export const PASSWORD_MAX = 128;

/** What gets tried first at a Chinese counter; compared without case. */
const COMMON: ReadonlySet<string> = new Set([
  'password123', 'password1234', 'password12', 'passw0rd123', 'qwertyuiop', 'qwerty123456', '1qaz2wsx3edc', 'qazwsxedcrfv', 'asdfghjkl123', 'zxcvbnm123',
  'abc1234567', 'abcd123456', 'a123456789', 'aa123456789', 'aa12345678', 'woaini1314', 'woaini5201314', '5201314520', '1314520520', '5201314a520',
  'admin12345', 'admin123456', 'administrator', 'chinaunicom', 'chinaunicom1', 'unicom10010', 'zhongguoliantong', 'liantong10010', 'iloveyou123', 'welcome123',
]);

/** A password for the counter: long, not the staff number, not one that is tried first. Any character may be in it. */
export function checkPassword(password: string, staffNo: string): Result<string, PasswordRefusal> {
  const characters = Array.from(password);
  if (characters.length < PASSWORD_MIN) return fail({ code: 'password-too-short', facts: { length: characters.length, minimum: PASSWORD_MIN } });
  if (characters.length > PASSWORD_MAX) return fail({ code: 'password-too-long', facts: { length: characters.length, maximum: PASSWORD_MAX } });
  const lower = password.toLowerCase();
  if (staffNo.trim() !== '' && lower.includes(staffNo.trim().toLowerCase())) return fail({ code: 'password-holds-staff-number', facts: {} });
  if (COMMON.has(lower)) return fail({ code: 'password-common', facts: {} });
  return isTooSimple(characters) ? fail({ code: 'password-too-simple', facts: {} }) : ok(password);
}

/** Three different characters or fewer, or one run up or down the code points (9 to 0 counts as going on). */
function isTooSimple(characters: readonly string[]): boolean {
  if (new Set(characters).size <= 3) return true;
  return [1, -1].some((step) => characters.every((character, index) => index === 0 || follows(characters[index - 1] ?? '', character, step)));
}

function follows(before: string, after: string, step: number): boolean {
  const digits = /^\d$/.test(before) && /^\d$/.test(after);
  return digits ? (Number(before) + step + 10) % 10 === Number(after) : (before.codePointAt(0) ?? 0) + step === after.codePointAt(0);
}
