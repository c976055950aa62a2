import { checkIdentityNumber } from '#domain/applicant/identity-number.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import type { RegisterCustomerBody } from '#domain/outbox/intent-bodies.ts';
import type { CaseRow } from '../../store/tables/case-rows.ts';
import { latestIntent } from '../../store/tables/outbox-rows.ts';
import { intend } from '../append-intent.ts';
import type { Edit } from '../cases/edit-case.ts';
import { partyId } from '../cases/party-id.ts';
import type { ConsoleContext } from '../console-context.ts';

/** Tells the carrier who the customer is, unless the last that it was told of this case says the same. Money and order refer to it. */
export function registerCustomer(context: ConsoleContext, edit: Edit, row: CaseRow): void {
  const body = customerBody(row, edit.at);
  const last = latestIntent(context.db, edit.caseId, 'register-customer');
  if (last === null || !isSame(last.body, body)) intend(context, edit, { kind: 'register-customer', body }, row.customer.name);
}

function customerBody({ caseId, customer }: CaseRow, at: string): RegisterCustomerBody {
  return {
    customerId: partyId(caseId, 'customer'), handlerId: partyId(caseId, 'handler'), legalId: partyId(caseId, 'legal'),
    name: customer.name.trim(), creditCode: customer.creditCode.trim().toUpperCase(), handlerName: customer.handlerName.trim(),
    handlerIdNumber: written(customer.handlerIdNumber, at), handlerPhone: customer.handlerPhone, legalName: customer.legalName.trim(), legalIdNumber: written(customer.legalIdNumber, at),
    legalPhone: customer.legalPhone,
  };
}

const isSame = (told: unknown, body: RegisterCustomerBody): boolean =>
  typeof told === 'object' && told !== null && Object.entries(body).every(([member, value]) => (told as Readonly<Record<string, unknown>>)[member] === value);

/** The identity number as the check reads it (full width and lower case x mended); the checks passed before. */
function written(typed: string, at: string): string {
  const checked = checkIdentityNumber(typed, wallTime(at).date);
  return checked.ok ? checked.value.number : typed.trim();
}
