import type { Li } from '#domain/money/money.ts';
import { wireYuan } from '#domain/money/money.ts';

/** JSON as it goes out. */
export type Wire = Readonly<Record<string, unknown>>;

/** Whom a hold and an order name. */
export type Parties = { readonly customerId: string; readonly customerName: string; readonly staffNo: string; readonly hallCode: string };

export const partyRef = (referredType: 'Organization' | 'Individual', id: string, name?: string): Wire => ({
  '@type': 'PartyRef', '@referredType': referredType, id, ...(name === undefined ? {} : { name }),
});

export const relatedParty = (role: string, party: Wire): Wire => ({ '@type': 'RelatedPartyRefOrPartyRoleRef', role, partyOrPartyRole: party });

/** Customer, clerk and hall. */
export const counterParties = ({ customerId, customerName, staffNo, hallCode }: Parties): readonly Wire[] => [
  relatedParty('customer', partyRef('Organization', customerId, customerName)),
  relatedParty('clerk', partyRef('Individual', staffNo)),
  relatedParty('hall', partyRef('Organization', hallCode)),
];

export const caseNumber = (hallCode: string, caseNo: string): Wire => ({
  '@type': 'ExternalIdentifier', owner: hallCode, externalIdentifierType: 'caseNo', id: caseNo,
});

export const ref = (type: string, id: string): Wire => ({ '@type': type, id });

/** 厘 as the carrier's money: yuan, two decimals at most. */
export const money = (amountLi: Li): Wire => ({ unit: 'CNY', value: Number(wireYuan(amountLi)) });
