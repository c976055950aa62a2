import { createHash, randomUUID } from 'node:crypto';
import { hall } from './carrier-process.ts';

export const paths = {
  hold: '/tmf-api/resourceReservation/v4/resourceReservation',
  release: '/tmf-api/resourceReservation/v4/cancelResourceReservation',
  organization: '/tmf-api/partyManagement/v5/organization',
  individual: '/tmf-api/partyManagement/v5/individual',
  document: '/tmf-api/document/v4/document',
  agreement: '/tmf-api/agreementManagement/v5/agreement',
  payment: '/tmf-api/paymentManagement/v4/payment',
  refund: '/tmf-api/paymentManagement/v4/refund',
  order: '/tmf-api/productOrderingManagement/v5/productOrder',
  cancelOrder: '/tmf-api/productOrderingManagement/v5/cancelProductOrder',
  product: '/tmf-api/productInventory/v5/product',
  resource: '/tmf-api/resourceInventory/v5/resource',
} as const;

/** What one case sends; ids minted here, as the console does. */
export type SampleCase = {
  readonly caseId: string; readonly caseNo: string; readonly number: string; readonly customer: string; readonly agent: string; readonly hold: string;
  readonly document: string; readonly agreement: string; readonly payment: string; readonly order: string;
};

export const sampleCase = (number: string): SampleCase => {
  const ids = Array.from({ length: 8 }, () => randomUUID());
  const [caseId = '', customer = '', agent = '', hold = '', document = '', agreement = '', payment = '', order = ''] = ids;
  return { caseId, caseNo: `${hall}-${caseId.slice(0, 8)}`, number, customer, agent, hold, document, agreement, payment, order };
};

const party = (role: string, id: string, type: string, name?: string) =>
  ({ '@type': 'RelatedPartyRefOrPartyRoleRef', role, partyOrPartyRole: { '@type': 'PartyRef', '@referredType': type, id, ...(name ? { name } : {}) } });

/** Each case has its own customer unless a test says otherwise: the carrier counts what one customer holds. */
export const parties = (one: SampleCase, customerName = `北京${one.customer.slice(0, 8)}科技有限公司`) => [party('customer', one.customer, 'Organization', customerName), party('clerk', 'BJ0123', 'Individual'), party('hall', hall, 'Organization')];

export const holdBody = (one: SampleCase, kind: 'browse' | 'case' = 'case', customerName?: string) => ({
  '@type': 'ResourceReservation', id: one.hold,
  reservationCharacteristic: [{ '@type': 'StringCharacteristic', name: 'holdKind', value: kind }],
  reservationItem: [{ '@type': 'ResourceReservationItem', id: '1', resource: { '@type': 'ResourceRef', '@referredType': 'TollFreeNumber', id: one.number, value: one.number } }],
  ...(kind === 'case' ? { relatedParty: parties(one, customerName), relatedEntity: [{ '@type': 'RelatedEntity', role: 'case', '@referredType': 'Case', id: one.caseId, name: one.caseNo }] } : {}),
});

export const releaseBody = (hold: string) => ({ '@type': 'CancelResourceReservation', id: randomUUID(), cancellationReason: 'customerChoseAnother', resourceReservation: { '@type': 'ResourceReservationRef', id: hold } });

export const individualBody = (id: string, identity: string) => ({
  '@type': 'Individual', id, name: '王小明', individualIdentification: [{ '@type': 'IndividualIdentification', identificationType: 'residentIdentityCard', identificationId: identity }],
  contactMedium: [{ '@type': 'PhoneContactMedium', contactType: 'mobile', phoneNumber: '13800138000' }],
});

export const organizationBody = (one: SampleCase, creditCode: string) => ({
  '@type': 'Organization', id: one.customer, name: '北京某某科技有限公司',
  organizationIdentification: [{ '@type': 'OrganizationIdentification', identificationType: 'unifiedSocialCreditCode', identificationId: creditCode }],
  relatedParty: [party('agent', one.agent, 'Individual')],
});

export const digestOf = (bytes: Uint8Array): string => `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

export const documentBody = (one: SampleCase, bytes: Uint8Array, mimeType = 'image/jpeg') => ({
  '@type': 'Document', id: one.document, name: '营业执照', documentType: 'businessLicence',
  attachment: [{ '@type': 'Attachment', id: '1', mimeType, size: { amount: bytes.length, units: 'byte' }, contentDigest: digestOf(bytes) }],
  relatedEntity: [{ '@type': 'RelatedEntity', role: 'case', '@referredType': 'Case', id: one.caseId }],
});

export const agreementBody = (one: SampleCase) => ({
  '@type': 'Agreement', id: one.agreement, name: '400业务协议', agreementType: 'tollFreeService',
  engagedParty: [{ '@type': 'PartyRef', '@referredType': 'Organization', id: one.customer }],
  agreementItem: [{ '@type': 'ProductAgreementItem', id: '1', productOffering: [{ '@type': 'ProductOfferingRef', id: 'hall-standard' }] }],
  agreementAuthorization: [{ '@type': 'AgreementAuthorization', state: 'approved', date: '2026-11-24T10:05:00+08:00', signatureRepresentation: 'digital', party: { '@type': 'PartyRef', id: one.agent } }],
  relatedDocument: [{ '@type': 'RelatedDocumentRefOrValue', role: 'signedContract', document: { '@type': 'DocumentRef', id: one.document } }],
});

export const paymentBody = (one: SampleCase, correlatorId = `R-${one.payment}`, yuan = 700) => ({
  '@type': 'Payment', id: one.payment, correlatorId, paymentDate: '2026-11-24T10:20:00+08:00', amount: { unit: 'CNY', value: yuan }, totalAmount: { unit: 'CNY', value: yuan },
  account: { '@type': 'AccountRef', id: one.customer }, paymentMethod: { '@type': 'Cash' },
  paymentItem: [{ '@type': 'PaymentItem', id: '1', amount: { unit: 'CNY', value: yuan }, item: { '@type': 'EntityRef', '@referredType': 'ProductOrder', id: one.order } }],
});

export const refundBody = (one: SampleCase, correlatorId: string, yuan: number) => ({
  '@type': 'Refund', id: randomUUID(), correlatorId, refundDate: '2026-11-24T15:02:00+08:00', amount: { unit: 'CNY', value: yuan }, totalAmount: { unit: 'CNY', value: yuan },
  account: { '@type': 'AccountRef', id: one.customer }, payment: { '@type': 'PaymentRef', id: one.payment }, paymentMethod: { '@type': 'Cash' }, description: 'customer-left',
});

export const orderBody = (one: SampleCase, { workingDays = 3, dueDate = '2026-11-27', demanding = true } = {}) => ({
  '@type': 'ProductOrder', id: one.order, category: 'tollFree',
  externalId: [{ '@type': 'ExternalIdentifier', owner: hall, externalIdentifierType: 'caseNo', id: one.caseNo }],
  relatedParty: parties(one), agreement: [{ '@type': 'AgreementRef', id: one.agreement }], payment: [{ '@type': 'PaymentRef', id: one.payment }],
  productOrderItem: [
    { '@type': 'ProductOrderItem', id: '1', action: 'add', quantity: 1, productOffering: { '@type': 'ProductOfferingRef', id: 'toll-free-number' },
      product: { '@type': 'Product', productCharacteristic: [
        { '@type': 'StringCharacteristic', name: 'number', value: one.number },
        { '@type': 'ObjectCharacteristic', name: 'reservationRef', value: { id: one.hold } },
        { '@type': 'IntegerCharacteristic', name: 'workingDays', value: workingDays },
        { '@type': 'StringCharacteristic', name: 'dueDate', value: dueDate },
        { '@type': 'StringArrayCharacteristic', name: 'requiresDocument', value: demanding ? [one.document] : [] },
        { '@type': 'BooleanCharacteristic', name: 'requiresAgreement', value: demanding },
        { '@type': 'BooleanCharacteristic', name: 'requiresPayment', value: demanding },
      ] } },
    { '@type': 'ProductOrderItem', id: '2', action: 'add', quantity: 1, productOffering: { '@type': 'ProductOfferingRef', id: 'hall-standard' },
      productOrderItemRelationship: [{ '@type': 'OrderItemRelationship', id: '1', relationshipType: 'reliesOn' }] },
  ],
});
