import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentBody, paths, sampleCase } from './support/bodies.ts';
import { type Carrier, otherHall, type Reply, startCarrier } from './support/carrier-process.ts';

const flows = '/tmf-api/processFlowManagement/v4/processFlow';
const maker = 'BJ0123';
const checker = 'BJ0103';
let carrier: Carrier;

beforeAll(async () => { carrier = await startCarrier(); });
afterAll(async () => {
  await carrier.end();
  carrier.remove();
});

const person = (role: string, id: string) => ({ '@type': 'RelatedPartyRefOrPartyRoleRef', role, partyOrPartyRole: { '@type': 'PartyRef', '@referredType': 'Individual', id } });
const word = (name: string, value: string) => ({ '@type': 'StringCharacteristic', name, value });

type Asked = { readonly id: string; readonly caseId: string; readonly binding: string; readonly hash: string };
function asked(caseId: string = randomUUID()): Asked {
  const binding = `["approval/1","${caseId}"]`;
  return { id: randomUUID(), caseId, binding, hash: createHash('sha256').update(binding).digest('hex') };
}

const request = (one: Asked, { hands = [maker, maker, maker], deadline = '', documents = [] as readonly string[] } = {}) => ({
  '@type': 'ProcessFlow', id: one.id, processFlowSpecification: 'specialNumberApproval',
  relatedParty: ['requester', 'creator', 'lastEditor'].map((role, at) => person(role, hands[at] ?? '')),
  relatedEntity: [{ '@type': 'RelatedEntity', role: 'case', '@referredType': 'Case', id: one.caseId, name: 'BJ001-1' }, ...documents.map((id) => ({ '@type': 'RelatedEntity', role: 'document', id, name: 'licence' }))],
  characteristic: [word('binding', one.binding), word('bindingHash', one.hash), ...(deadline === '' ? [] : [word('deadline', deadline)])],
});

const decision = (one: Asked, { by = checker, kind = 'approve', hash = one.hash, reasons = [] as readonly string[], behalf = '' } = {}) => ({
  '@type': 'TaskFlow', state: 'completed', relatedParty: [person('approver', by)],
  characteristic: [word('decision', kind), word('bindingHash', hash), { '@type': 'StringArrayCharacteristic', name: 'reasons', value: reasons }, ...(behalf === '' ? [] : [word('onBehalfOf', behalf)])],
});

const ask = (one: Asked, options: Parameters<typeof request>[1] = {}): Promise<Reply> => carrier.post(flows, request(one, options));
const decide = (one: Asked, options: Parameters<typeof decision>[1] = {}, hall?: string): Promise<Reply> => carrier.call('PATCH', `${flows}/${one.id}/taskFlow/${one.id}`, { body: decision(one, options), ...(hall ? { hall } : {}) });
const withdraw = (one: Asked): Promise<Reply> => carrier.call('PATCH', `${flows}/${one.id}`, { body: { '@type': 'ProcessFlow', state: 'cancelled' } });
const codeOf = ({ status, body }: Reply): string => `${status} ${body.code ?? body.state}`;

test('a request is one task that waits three days at most, told to the hall without a name', async () => {
  const one = asked();
  const reply = await ask(one);
  expect([reply.status, reply.body.state]).toEqual([201, 'active']);
  expect(Date.parse(reply.body.expectedCompletionDate) - Date.now()).toBeGreaterThan(3 * 86_400_000 - 60_000);
  const events = (await carrier.events()).filter((event) => event.eventType.startsWith('ProcessFlow'));
  expect(JSON.stringify(events.at(-1)?.event)).not.toContain('approval/1');
  expect((await carrier.get(`${flows}?state=active`)).list.map((flow) => flow.id)).toContain(one.id);
});

test('a case has one request that waits; when it is over the case may ask again', async () => {
  const first = asked();
  const second = asked(first.caseId);
  await ask(first);
  const refused = await ask(second);
  expect([codeOf(refused), refused.body.id]).toEqual(['409 duplicateExternalId', first.id]);
  expect(codeOf(await withdraw(first))).toBe('200 cancelled');
  expect(codeOf(await withdraw(first))).toBe('200 cancelled');
  expect((await ask(second)).status).toBe(201);
});

describe('a decision', () => {
  test.each([
    ['requester', [maker, 'BJ0200', 'BJ0201']], ['creator', ['BJ0200', maker, 'BJ0201']], ['last editor', ['BJ0200', 'BJ0201', maker]],
  ])('is not made by the %s, nor in their name', async (_who, hands) => {
    const one = asked();
    await ask(one, { hands });
    expect(codeOf(await decide(one, { by: maker.toLowerCase() }))).toBe('409 makerIsChecker');
    expect(codeOf(await decide(one, { behalf: maker }))).toBe('409 makerIsChecker');
    expect(codeOf(await decide(one))).toBe('200 completed');
  });

  test('is on what was asked, gives reasons for a return, and is not for another hall', async () => {
    const one = asked();
    await ask(one);
    expect(codeOf(await decide(one, { hash: asked().hash }))).toBe('409 contentChanged');
    expect(codeOf(await decide(one, { kind: 'return' }))).toBe('422 semantic');
    expect(codeOf(await decide(one, {}, otherHall))).toBe('404 notFound');
    expect(codeOf(await decide(one, { kind: 'return', reasons: ['licence-unclear'] }))).toBe('200 completed');
  });

  test('is made once, though twenty desks press at once', async () => {
    const one = asked();
    await ask(one);
    const replies = await Promise.all(Array.from({ length: 20 }, (_, at) => decide(one, { by: `BJ03${at}` })));
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
    expect(replies.filter((reply) => codeOf(reply) === '409 stateConflict')).toHaveLength(19);
    expect(codeOf(await withdraw(one))).toBe('409 stateConflict');
  });

  test('is not taken after the deadline, by the carrier\'s clock', async () => {
    const one = asked();
    await ask(one, { deadline: new Date(Date.now() + 3_600_000).toISOString() });
    await carrier.admin('clock', { advanceMs: 3_600_001 });
    expect(codeOf(await decide(one))).toBe('410 approvalExpired');
    expect((await carrier.get(`${flows}/${one.id}`)).body).toMatchObject({ state: 'cancelled', stateChangeReason: 'expired' });
    expect(codeOf(await ask(asked(), { deadline: new Date(Date.now()).toISOString() }))).toBe('410 approvalExpired');
  });
});

test('a request names its hands, a digest of its own text, and scans that are filed', async () => {
  const one = asked();
  const sample = sampleCase('4006000001');
  expect(codeOf(await carrier.post(flows, { ...request(one), relatedParty: [person('requester', maker)] }))).toBe('422 semantic');
  expect(codeOf(await ask({ ...one, hash: asked().hash }))).toBe('422 semantic');
  expect(codeOf(await ask(one, { documents: [sample.document] }))).toBe('404 dependencyUnknown');
  await carrier.post(paths.document, documentBody(sample, new Uint8Array([1, 2, 3])));
  expect((await ask(one, { documents: [sample.document] })).status).toBe(201);
});
