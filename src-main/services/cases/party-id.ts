import { createHash } from 'node:crypto';

/** The id under which this case tells the carrier of a party or thing: a UUID made from the case, the same each time it is asked for. */
export function partyId(caseId: string, role: 'customer' | 'handler' | 'legal' | 'order'): string {
  const hex = createHash('sha256').update(`${caseId} ${role}`).digest('hex');
  // The shape of a name-based UUID (version 8: own scheme, RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
