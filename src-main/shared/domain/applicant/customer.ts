import type { PlainDate } from '../calendar/plain-date.ts';
import type { Facts } from '../facts.ts';
import type { CreditCodeRefusalCode, CreditCodeWarning } from './credit-code.ts';
import type { IdentityNumberRefusalCode } from './identity-number.ts';
import type { PhoneRefusalCode } from './phone.ts';
import type { NameProblemCode } from './written-name.ts';

/** The customer task as typed (客户): nothing is normalised until it is checked. Dates are `yyyy-mm-dd` or empty. */
export type CustomerDraft = {
  readonly name: string;
  readonly licenceKind: 'enterprise' | 'branch' | 'institution' | 'society' | 'other';
  readonly creditCode: string;
  /** Licences printed since 2022-09 show no term. */
  readonly licenceTerm: 'not-shown' | 'long' | 'until';
  readonly licenceUntil: string;
  readonly phone: string;
  readonly address: string;
  /** Day of registration on the licence (成立日期); optional, number suggestions read it. */
  readonly foundedOn: string;
  /** Six digits of a listed company (股票代码); optional. */
  readonly stockCode: string;
  readonly legalName: string;
  readonly legalIdNumber: string;
  readonly legalPhone: string;
  readonly handlerName: string;
  readonly handlerIdNumber: string;
  readonly handlerPhone: string;
  readonly handlerRelation: 'legal-person' | 'employee' | 'agent';
  readonly handlerIdFrom: string;
  /** A date, or `长期` as printed on the card. */
  readonly handlerIdTo: string;
  readonly purpose: string;
  readonly businessScope: string;
  readonly toldCallerPays: boolean;
  readonly consents: boolean;
};

/** A new case's customer: nothing typed, nothing ticked. */
export const emptyCustomer: CustomerDraft = {
  name: '', licenceKind: 'enterprise', creditCode: '', licenceTerm: 'not-shown', licenceUntil: '', phone: '', address: '', foundedOn: '', stockCode: '',
  legalName: '', legalIdNumber: '', legalPhone: '', handlerName: '', handlerIdNumber: '', handlerPhone: '', handlerRelation: 'employee',
  handlerIdFrom: '', handlerIdTo: '', purpose: '', businessScope: '', toldCallerPays: false, consents: false,
};

/** What an identity card shows in place of its last day when it has none. */
export const LONG_TERM = '长期';

/** One thing to mend (error: the task cannot end) or to look at (warning), at its field. */
export type CustomerProblem = {
  readonly field: keyof CustomerDraft;
  readonly code: CustomerProblemCode;
  readonly facts?: Facts;
  readonly severity: 'error' | 'warning';
};

export type CustomerProblemCode =
  | CreditCodeRefusalCode | CreditCodeWarning['code'] | IdentityNumberRefusalCode | PhoneRefusalCode | NameProblemCode
  | 'missing' | 'applicant-individual' | 'blacklisted' | 'number-cap-reached'
  | 'licence-kind-differs' | 'licence-until-date' | 'licence-expired' | 'licence-expiring'
  | 'founded-date' | 'founded-in-future' | 'stock-code'
  | 'phone-not-for-contact' | 'phone-unknown-segment'
  | 'legal-person-name-differs' | 'legal-person-identity-differs' | 'handler-is-legal-person'
  | 'handler-too-young' | 'handler-too-old'
  | 'identity-period-date' | 'identity-period-reversed' | 'identity-not-yet-valid' | 'identity-expired' | 'identity-expiring' | 'identity-period-unusual'
  | 'purpose-banned' | 'purpose-outside-scope'
  | 'caller-pays-not-told' | 'consent-missing';

/** What the checks need beside the draft. */
export type CustomerContext = {
  readonly today: PlainDate;
  readonly policy: CustomerPolicy;
  /** Credit codes, identity numbers and names that the industry's shared list refuses. */
  readonly blacklist?: ReadonlySet<string>;
  /** Numbers the organisation already holds or has on order, where the carrier was asked. */
  readonly numbersHeld?: number;
};

/** Values a hall can change; the lists are data. */
export type CustomerPolicy = {
  readonly minHandlerAge: number;
  readonly maxHandlerAge: number;
  /** Licence and identity card warn when fewer days than this are left. */
  readonly warnDays: number;
  readonly numbersPerOrganisation: number;
  /** A purpose that holds one of these is refused whatever the licence says. */
  readonly bannedPurposes: readonly string[];
  /** Words of a purpose that any business may use: they need no match in the licence. */
  readonly plainPurposeWords: readonly string[];
  /** How names of organisations end; a name of two to four characters with another end is a person's. */
  readonly organisationEnds: readonly string[];
};
