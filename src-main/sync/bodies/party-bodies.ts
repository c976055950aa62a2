import { partyRef, relatedParty, type Wire } from './wire-refs.ts';

export type PersonFacts = { readonly id: string; readonly name: string; readonly idNumber: string; readonly phone: string };

export type OrganizationFacts = { readonly id: string; readonly name: string; readonly creditCode: string; readonly legalId: string; readonly handlerId: string };

export const individualBody = ({ id, name, idNumber, phone }: PersonFacts): Wire => ({
  '@type': 'Individual', id, name,
  individualIdentification: [{ '@type': 'IndividualIdentification', identificationType: 'residentIdentityCard', identificationId: idNumber }],
  ...(phone === '' ? {} : { contactMedium: [{ '@type': 'PhoneContactMedium', contactType: 'mobile', phoneNumber: phone }] }),
});

export const organizationBody = ({ id, name, creditCode, legalId, handlerId }: OrganizationFacts): Wire => ({
  '@type': 'Organization', id, name,
  organizationIdentification: [{ '@type': 'OrganizationIdentification', identificationType: 'unifiedSocialCreditCode', identificationId: creditCode }],
  relatedParty: [
    relatedParty('legalRepresentative', partyRef('Individual', legalId)),
    relatedParty('agent', partyRef('Individual', handlerId)),
  ],
});

/** What brings a party that the carrier knew already up to date: all but what it is known by. */
export function partyPatch(body: Wire): Wire {
  const { id: _id, individualIdentification: _individual, organizationIdentification: _organization, ...patch } = body;
  return patch;
}

/** What makes a party one and the same at the carrier. */
export const identityOf = ({ individualIdentification, organizationIdentification }: Wire): string => JSON.stringify(individualIdentification ?? organizationIdentification);
