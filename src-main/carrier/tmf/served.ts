import type { Answer } from '../http/ask.ts';
import type { Body, ResourceKind, StoredResource } from '../store/resource-rows.ts';

const roots = {
  organization: '/tmf-api/partyManagement/v5/organization',
  individual: '/tmf-api/partyManagement/v5/individual',
  document: '/tmf-api/document/v4/document',
  agreement: '/tmf-api/agreementManagement/v5/agreement',
  payment: '/tmf-api/paymentManagement/v4/payment',
  refund: '/tmf-api/paymentManagement/v4/refund',
  productOrder: '/tmf-api/productOrderingManagement/v5/productOrder',
  cancelProductOrder: '/tmf-api/productOrderingManagement/v5/cancelProductOrder',
  product: '/tmf-api/productInventory/v5/product',
  resourceReservation: '/tmf-api/resourceReservation/v4/resourceReservation',
  processFlow: '/tmf-api/processFlowManagement/v4/processFlow',
  taskFlow: '/tmf-api/processFlowManagement/v4/processFlow',
  cancelResourceReservation: '/tmf-api/resourceReservation/v4/cancelResourceReservation',
  numberBlockLease: '/tmf-api/resourceReservation/v4/resourceReservation',
} as const satisfies Record<ResourceKind, string>;

/** Where a resource is found. A flow has one task, which bears its id. */
export const hrefOf = (kind: ResourceKind, id: string): string => (kind === 'taskFlow' ? `${roots[kind]}/${id}/taskFlow/${id}` : `${roots[kind]}/${id}`);

/** A moment of the carrier's clock on the wire. */
export const wireTime = (at: number): string => new Date(at).toISOString();

/** The body with what the carrier adds to every resource. */
export const servedBody = (kind: ResourceKind, resource: StoredResource): Body => ({
  ...resource.body, id: resource.id, href: hrefOf(kind, resource.id), resourceVersion: resource.version,
});

/** An answer with one resource; its version is the ETag. */
export const served = (status: number, kind: ResourceKind, resource: StoredResource): Answer => ({
  status, body: servedBody(kind, resource), headers: { etag: `"${resource.version}"` },
});

/** A page of resources with the counts TMF asks for. */
export function servedPage(all: readonly Body[], query: Readonly<Record<string, unknown>>): Answer {
  const offset = Number(query['offset'] ?? 0);
  const page = all.slice(offset, offset + Number(query['limit'] ?? 100));
  return { status: 200, body: page, headers: { 'x-total-count': String(all.length), 'x-result-count': String(page.length) } };
}
