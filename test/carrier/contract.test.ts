import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadContract } from '../../src-main/carrier/http/contract.ts';
import { dispatchOnDiscriminator } from '../../src-main/carrier/http/discriminator.ts';
import { orderEdges } from '../../src-main/carrier/orders/order-lifecycle.ts';

const folder = resolve(import.meta.dirname, '..', '..', 'resources', 'provisioning-api');
const contract = loadContract(join(folder, 'openapi.yaml'));
const operation = (id: string) => contract.find((one) => one.id === id);

const requests: Readonly<Record<string, string>> = {
  ResourceReservation: 'createResourceReservation', CancelResourceReservation: 'createCancelResourceReservation', Individual: 'createIndividual', Organization: 'createOrganization',
  Document: 'createDocument', Agreement: 'createAgreement', Payment: 'createPayment', Refund: 'createRefund', ProductOrder: 'createProductOrder', ProcessFlow: 'createProcessFlow', TaskFlow: 'patchTaskFlow',
};

test('every request that the README shows is one the contract takes', () => {
  const examples = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/```json\n(.*?)```/gs)].map(([, text]) => JSON.parse((text ?? '').replaceAll('…', '.')) as Record<string, unknown>);
  const checked = examples.filter((example) => requests[String(example['@type'])] !== undefined).map((example) => {
    const type = String(example['@type']);
    expect(operation(requests[type] ?? '')?.checkBody?.(example), type).toEqual([]);
    return type;
  });
  expect(checked.sort()).toEqual(Object.keys(requests).sort());
});

test('the discriminator picks the branch, though another would fit', () => {
  const schema = {
    oneOf: [{ $ref: '#/a' }, { $ref: '#/b' }], discriminator: { propertyName: '@type', mapping: { A: '#/a', B: '#/b' } },
  };
  expect(dispatchOnDiscriminator(schema)).toEqual({
    type: 'object', required: ['@type'], properties: { '@type': { enum: ['A', 'B'] } },
    // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
    allOf: ['A', 'B'].map((name) => ({ if: { properties: { '@type': { const: name } }, required: ['@type'] }, then: { $ref: `#/${name.toLowerCase()}` } })),
  });
});

test('money on the wire is whole fen', () => {
  const violations = (value: number) => operation('createPayment')?.checkBody?.({
    '@type': 'Payment', correlatorId: 'r', account: { '@type': 'AccountRef', id: 'a' }, paymentMethod: { '@type': 'Cash' }, totalAmount: { unit: 'CNY', value },
    paymentItem: [{ amount: { unit: 'CNY', value }, item: { '@type': 'EntityRef', id: 'o' } }],
  });
  for (const value of [0, 0.01, 0.29, 700, 1234.56, 99_999_999.99]) expect(violations(value), String(value)).toEqual([]);
  for (const value of [0.001, 700.005, -1]) expect(violations(value)?.map(({ path }) => path), String(value)).toEqual(['/totalAmount/value', '/paymentItem/0/amount/value']);
});

test('a wallet names its service', () => {
  const violations = (paymentMethod: object) => operation('createRefund')?.checkBody?.({
    '@type': 'Refund', correlatorId: 'r', account: { '@type': 'AccountRef', id: 'a' }, payment: { '@type': 'PaymentRef', id: 'p' }, paymentMethod, totalAmount: { unit: 'CNY', value: 1 },
  })?.length;
  expect([violations({ '@type': 'Cash' }), violations({ '@type': 'DigitalWallet', service: 'Alipay' })]).toEqual([0, 0]);
  expect([violations({ '@type': 'DigitalWallet' }), violations({ '@type': 'DigitalWallet', service: 'Cowries' })].every((count) => (count ?? 0) > 0)).toBe(true);
});

test('the order\'s states are those of the contract, and every state but the final ones leads on', () => {
  const states = Object.keys(orderEdges);
  for (const state of states) expect(operation('listProductOrders')?.checkQuery({ state })).toEqual([]);
  expect(states.filter((state) => orderEdges[state as keyof typeof orderEdges].length === 0)).toEqual(['rejected', 'cancelled', 'completed', 'failed']);
});
