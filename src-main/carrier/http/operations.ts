import { approvalCommands, approvalQueries } from '../approvals/flow-operations.ts';
import { catalogueQueries } from '../catalogue/catalogue-operations.ts';
import { feedQueries } from '../feed/feed-operations.ts';
import { orderCommands, orderQueries } from '../orders/order-operations.ts';
import { agreementCommands, agreementQueries } from '../papers/agreement-operations.ts';
import { documentCommands, documentQueries } from '../papers/document-operations.ts';
import { paymentCommands, paymentQueries } from '../papers/payment-operations.ts';
import { refundCommands, refundQueries } from '../papers/refund-operations.ts';
import { partyCommands, partyQueries } from '../parties/party-operations.ts';
import { reservationCommands, reservationQueries } from '../pool/reservation-operations.ts';
import { resourceQueries } from '../pool/resource-operations.ts';
import type { Command, Query } from './ask.ts';

/** What writes, by operationId of the contract. */
export const commands: Readonly<Record<string, Command>> = {
  ...reservationCommands, ...partyCommands, ...documentCommands, ...agreementCommands, ...paymentCommands, ...refundCommands, ...orderCommands, ...approvalCommands,
};

/** What reads, by operationId of the contract. */
export const queries: Readonly<Record<string, Query>> = {
  ...catalogueQueries, ...resourceQueries, ...reservationQueries, ...partyQueries, ...documentQueries, ...agreementQueries, ...paymentQueries, ...refundQueries,
  ...orderQueries, ...feedQueries, ...approvalQueries,
};
