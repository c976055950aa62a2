/** Where each resource of the carrier lives (resources/provisioning-api/openapi.yaml). */
export const paths = {
  capability: '/.well-known/hall-provisioning',
  snapshot: '/pool/snapshot',
  productOffering: '/tmf-api/productCatalogManagement/v5/productOffering',
  reservation: '/tmf-api/resourceReservation/v4/resourceReservation',
  restoreNotice: '/tmf-api/resourceReservation/v4/restoreNotice',
  cancelReservation: '/tmf-api/resourceReservation/v4/cancelResourceReservation',
  individual: '/tmf-api/partyManagement/v5/individual',
  organization: '/tmf-api/partyManagement/v5/organization',
  document: '/tmf-api/document/v4/document',
  agreement: '/tmf-api/agreementManagement/v5/agreement',
  payment: '/tmf-api/paymentManagement/v4/payment',
  refund: '/tmf-api/paymentManagement/v4/refund',
  order: '/tmf-api/productOrderingManagement/v5/productOrder',
  cancelOrder: '/tmf-api/productOrderingManagement/v5/cancelProductOrder',
  processFlow: '/tmf-api/processFlowManagement/v4/processFlow',
  product: '/tmf-api/productInventory/v5/product',
} as const;

/** One resource of a collection. */
export const itemPath = (collection: string, id: string): string => `${collection}/${encodeURIComponent(id)}`;

/** The hall's page of the event feed after a cursor. */
export const feedPath = (hallCode: string, after: number): string =>
  `/tmf-api/event/v4/topic/hall-${encodeURIComponent(hallCode)}/event?after=${after}&limit=200`;
