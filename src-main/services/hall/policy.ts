import { assert } from '#domain/assert.ts';
import type { CustomerPolicy } from '#domain/applicant/customer.ts';
import { readSetting, writeSetting } from '../../store/tables/setting-rows.ts';
import type { ConsoleContext, Hall } from '../console-context.ts';

/** What the hall's admin may change on screen; everything else of the policy is the shipped file. */
export type HallPolicy = {
  readonly lockAfterMinutes: number;
  /** 待盖章: activation waits for the scan of the copy with the company's seal. */
  readonly sealedScanRequired: boolean;
  readonly numbersPerOrganisation: number;
  readonly holdsPerClerk: number;
  readonly holdsPerHall: number;
  readonly holdsPerCustomer: number;
  readonly defaultPrinter: string | null;
};

/** The hall's policy: the shipped values until the admin changes them. */
export function readPolicy(context: Pick<ConsoleContext, 'db' | 'reference'>): HallPolicy {
  const shipped = context.reference.policy;
  return {
    lockAfterMinutes: shipped.desk.idleLockMinutes, sealedScanRequired: shipped.activation.sealedScanRequired,
    numbersPerOrganisation: shipped.customer.numbersPerOrganisation, defaultPrinter: null,
    holdsPerClerk: shipped.holds.perClerk, holdsPerHall: shipped.holds.perHall, holdsPerCustomer: shipped.holds.perCustomer,
    ...readSetting<Partial<HallPolicy>>(context.db, 'policy'),
  };
}

export const writePolicy = (context: ConsoleContext, policy: HallPolicy): void => writeSetting(context.db, 'policy', policy);

/** The shipped customer rules with the hall's own limit of numbers. */
export const customerPolicy = (context: ConsoleContext): CustomerPolicy =>
  ({ ...context.reference.policy.customer, numbersPerOrganisation: readPolicy(context).numbersPerOrganisation });

/** The hall as set up; asking before set-up is a bug of the door. */
export function readHall(context: Pick<ConsoleContext, 'db'>): Hall {
  const hall = readSetting<Hall>(context.db, 'hall');
  assert(hall !== null, 'readHall: the hall is not set up');
  return hall;
}
