import type { Facts } from '../facts.ts';
import { fail, ok, type Result } from '../result.ts';
import { parsePhone, type Phone, type PhoneRefusal } from './phone.ts';

/** Why calls may not be sent to a number. */
export type DestinationRefusal = PhoneRefusal | { readonly code: DestinationRefusalCode; readonly facts: Facts };
export type DestinationRefusalCode =
  | 'destination-is-400' | 'destination-is-800' | 'destination-is-service-number' | 'destination-is-satellite' | 'destination-is-virtual-operator';

/** What the hall does not send calls to besides access and service numbers. */
export type DestinationPolicy = { readonly refusedMobileHeads: readonly string[] };

/** Virtual operators' segments: 170 and 171 by the platform notice of 2017, the newer ones by policy. */
export const withoutVirtualOperators: DestinationPolicy = { refusedMobileHeads: ['170', '171', '162', '165', '167'] };

/** A number that calls may be sent to (目的码, 落地号码). */
export function checkDestinationPhone(text: string, policy: DestinationPolicy = withoutVirtualOperators): Result<Phone, DestinationRefusal> {
  const parsed = parsePhone(text);
  if (!parsed.ok) return parsed;
  const { kind, digits } = parsed.value;
  if (kind === 'access-400') return fail({ code: 'destination-is-400', facts: { digits } });
  if (kind === 'access-800') return fail({ code: 'destination-is-800', facts: { digits } });
  if (kind === 'short') return fail({ code: 'destination-is-service-number', facts: { digits } });
  if (kind === 'satellite') return fail({ code: 'destination-is-satellite', facts: { digits } });
  const head = policy.refusedMobileHeads.find((prefix) => kind === 'mobile' && digits.startsWith(prefix));
  return head === undefined ? ok(parsed.value) : fail({ code: 'destination-is-virtual-operator', facts: { digits, head } });
}
