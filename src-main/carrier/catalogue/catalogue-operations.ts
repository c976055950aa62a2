import type { LeaseTerms } from '#domain/lease/grant-lease.ts';
import { fail, ok } from '#domain/result.ts';
import { feedRetentionDays, longestPollSeconds } from '../feed/feed-operations.ts';
import type { Query } from '../http/ask.ts';
import { refusal } from '../http/refusal.ts';
import { largestAttachmentBytes } from '../papers/document-operations.ts';
import { holdLimits } from '../pool/hold-limits.ts';
import { servedPage, wireTime } from '../tmf/served.ts';

/** An answer is kept under its key at least this long: longer than the longest offline stay. */
export const idempotencyRetentionDays = 400;

const apis = [
  ['TMF620', 'v5', '/tmf-api/productCatalogManagement/v5'], ['TMF639', 'v5', '/tmf-api/resourceInventory/v5'], ['TMF716', 'v4', '/tmf-api/resourceReservation/v4'],
  ['TMF632', 'v5', '/tmf-api/partyManagement/v5'], ['TMF667', 'v4', '/tmf-api/document/v4'], ['TMF651', 'v5', '/tmf-api/agreementManagement/v5'],
  ['TMF676', 'v4', '/tmf-api/paymentManagement/v4'], ['TMF622', 'v5', '/tmf-api/productOrderingManagement/v5'], ['TMF637', 'v5', '/tmf-api/productInventory/v5'],
  ['TMF701', 'v4', '/tmf-api/processFlowManagement/v4'], ['TMF688', 'v4', '/tmf-api/event/v4'], ['poolSnapshot', 'v1', '/pool'],
] as const;

const leaseLimits = (terms: LeaseTerms) => ({
  leaseSmallestBlock: terms.smallestBlock, leaseLargestBlock: terms.largestBlock, leaseLentPercent: terms.lentPercent, leasePickSeconds: terms.pickMs / 1000,
  leaseSettleSeconds: terms.settleMs / 1000, leaseRenewals: terms.renewals, leaseQuarantineSeconds: terms.quarantineMs / 1000,
});

const readCapabilities: Query = (desk) => ok({
  status: 200,
  headers: {},
  body: {
    '@type': 'HallProvisioning',
    levels: desk.lending ? ['L1', 'L2', 'L3'] : ['L1', 'L2'],
    apis: apis.map(([api, version, baseUrl]) => ({ api, version, baseUrl })),
    limits: {
      browseHoldSeconds: holdLimits.browse / 1000, caseHoldSeconds: holdLimits.case / 1000, holdRenewals: holdLimits.renewals,
      holdsPerHall: holdLimits.perHall, holdsPerCustomer: holdLimits.perCustomer,
      pageSize: 500, attachmentBytes: largestAttachmentBytes, longPollSeconds: longestPollSeconds,
      ...(desk.lending ? leaseLimits(desk.lending.terms) : {}),
    },
    serverTime: wireTime(desk.now()),
    catalogueVersion: desk.catalogue.version,
    poolVersion: desk.pool.version(),
    idempotencyRetentionDays,
    feedRetentionDays,
    digestAlgorithms: ['sha-256'],
  },
});

const listProductOfferings: Query = (desk, ask) => {
  const etag = `"${desk.catalogue.version}"`;
  if (ask.headers['if-none-match'] === etag) return ok({ status: 304, body: undefined, headers: { etag } });
  const page = servedPage(desk.catalogue.offerings, ask.query);
  return ok({ ...page, headers: { ...page.headers, etag } });
};

const readProductOffering: Query = (desk, ask) => {
  const found = desk.catalogue.offerings.find((offering) => offering['id'] === ask.params['id']);
  return found ? ok({ status: 200, body: found, headers: { etag: `"${desk.catalogue.version}"` } }) : fail(refusal('notFound', 'no such productOffering'));
};

/** Capabilities and catalogue. */
export const catalogueQueries: Readonly<Record<string, Query>> = { readCapabilities, listProductOfferings, readProductOffering };
