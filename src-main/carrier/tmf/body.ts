import type { Body } from '../store/resource-rows.ts';

/** The list under a member, empty when there is none; the contract has checked the entries. */
export const listIn = (body: Body, member: string): readonly Body[] => Array.isArray(body[member]) ? body[member] as Body[] : [];

/** The object under a member, empty when there is none. */
export const objectIn = (body: Body, member: string): Body => typeof body[member] === 'object' && body[member] !== null ? body[member] as Body : {};

/** The text under a member. */
export const textIn = (body: Body, member: string): string | undefined => typeof body[member] === 'string' ? body[member] : undefined;

/** The value of the first characteristic of that name. */
export const characteristicIn = (characteristics: readonly Body[], name: string): unknown => characteristics.find((one) => one['name'] === name)?.['value'];

/** The id of the party in a role. v5 nests it, v4 had it flat; both are read. */
export function partyIdIn(body: Body, role: string): string | undefined {
  const related = listIn(body, 'relatedParty').find((party) => party['role'] === role);
  return related && (textIn(objectIn(related, 'partyOrPartyRole'), 'id') ?? textIn(related, 'id'));
}

/** Sum of `amount.value` in fen. */
export const fenIn = (money: Body): number => Math.round(Number(money['value']) * 100);
