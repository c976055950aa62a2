import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { loadContract } from '../../../src-main/carrier/http/contract.ts';
import { listEvents } from '../../../src-main/store/tables/event-rows.ts';
import { findCase, saveForm } from '../../../src-main/store/tables/case-rows.ts';
import { findRoutingCheck } from '../../../src-main/store/tables/routing-check-rows.ts';
import { orderBody } from '../../../src-main/sync/bodies/order-body.ts';
import { routingCharacteristics, routingOf } from '../../../src-main/sync/bodies/routing-characteristics.ts';
import type { CarrierHttp } from '../../../src-main/sync/carrier/carrier-http.ts';
import { checkRouting } from '../../../src-main/sync/feed/check-routing.ts';
import { type RealCarrier, startRealCarrier } from '../../support/real-carrier.ts';
import { draftCase, type HallPc, hallPc, now, orderBodyOf, staffNo, submitWhole, until } from './support/hall-pc.ts';

const group = (id: string, over: Partial<RoutingForm['groups'][number]> = {}): RoutingForm['groups'][number] =>
  ({ id, name: `组${id}`, strategy: 'priority', destinationIds: ['d1', 'd2'], shares: [], onBusy: '', onNoAnswer: '', ...over });

/** A form that uses every part, its lists as long as a form may have. */
const full: RoutingForm = {
  destinations: [
    { id: 'd1', number: '010-5920 6688', ownerName: '北京㛃禾', ownerKind: 'unit', proof: 'bill', proofMonth: '2026-10', terminal: 'switchboard', capacity: 10 },
    { id: 'd2', number: '139 0100 2748', ownerName: '阿卜杜·热合曼', ownerKind: 'employee', proof: 'letter', proofMonth: '', ownerIdNumber: '11999919800101001X', terminal: 'phone', capacity: 1 },
  ],
  groups: [group('g1', { strategy: 'percentage', shares: [70, 30], onBusy: 'g2', onNoAnswer: 'voicemail' }), group('g2', { strategy: 'ringAll' })],
  menus: [{ id: 'm1', name: '总菜单', keys: [{ key: '1', label: '销售', goal: 'g1' }, { key: '#', label: '留言', goal: 'voicemail' }], operator: 'g2', onTimeout: 'g2', tries: 3, onInvalid: 'announcement' }],
  rules: [{ id: 'r1', name: '国庆', days: 'dates', weekdays: [], dates: [{ from: '2026-10-01', to: '2026-10-07' }], from: '22:00', to: '06:00', regions: ['province:130000', 'unknown'], lineKind: 'mobile', goal: 'm1' }],
  otherwise: 'm1',
  blackList: Array.from({ length: 10_000 }, (_, index) => ({ kind: 'number', pattern: `1390000${String(index).padStart(4, '0')}`, from: '22:00', to: '06:00' })),
  whiteList: Array.from({ length: 10_000 }, (_, index) => ({ kind: 'number', pattern: `1390001${String(index).padStart(4, '0')}` })),
  whiteListKind: 'priority', deniedRegions: ['area:0312'], allowOnly: true, allowedRegions: ['province:120000'],
  passwordOn: true, password: '482913', concurrentCap: 20, monthlyCap: null, ringBack: true, recording: true, recordingNotice: true,
  testCalls: [{
    id: 'c1', callerText: '天津 固话', caller: { digits: '', lineKind: 'landline', areaCode: '022', city: '120100', province: '120000' }, date: '2026-11-25', time: '10:15', busy: ['d1'], silent: [], keys: ['1', null],
    knowsPassword: true, result: { outcome: { kind: 'answered', destinationId: 'd2', groupId: 'g1' }, ringing: [['d2']], ruleId: null },
  }],
  acceptedHoles: ['sat'],
};

let carrier: RealCarrier;
let pc: HallPc;
beforeAll(async () => {
  carrier = await startRealCarrier();
  pc = await hallPc();
});
afterAll(async () => {
  await pc.dispose();
  await carrier.dispose();
});

test('what is sent and what the product says is the same form, part by part', () => {
  const sent = JSON.parse(JSON.stringify(routingCharacteristics(full))) as { readonly name: string; readonly value: unknown }[];
  expect(routingOf(sent)).toEqual(full);
  expect(sent.map(({ name }) => name)).not.toContain('routing.monthlyCap');
  expect(routingOf([{ name: 'number', value: '4006001688' }])).toBeNull();
});

test('the carrier\'s contract takes every part, by its published types', async () => {
  const one = await draftCase(pc, '4006000001');
  const create = loadContract(join(resolve('resources/provisioning-api'), 'openapi.yaml')).find(({ id }) => id === 'createProductOrder');
  expect(create?.checkBody?.(JSON.parse(JSON.stringify(orderBody({ ...orderBodyOf(one), routing: full }, 'BJ001'))) as Record<string, unknown>)).toEqual([]);
});

test('an order goes to the real carrier and its product answers the form that was signed', async () => {
  const one = await draftCase(pc, (await carrier.freeNumbers(1))[0] as string);
  saveForm(pc.db, { caseId: one.caseId, by: staffNo, at: now() }, full);
  submitWhole(pc.db, one, { routing: full });
  pc.sync(carrier).start();
  await until('activated and compared', () => findRoutingCheck(pc.db, one.caseId) !== null);
  expect(findRoutingCheck(pc.db, one.caseId)?.parts).toEqual([]);
  const [product] = await carrier.get(`/tmf-api/productInventory/v5/product?productOrder.id=${one.orderId}`) as { readonly productCharacteristic: { readonly name: string; readonly value: unknown }[] }[];
  expect(routingOf(product?.productCharacteristic ?? [])).toEqual(full);
  expect(findCase(pc.db, one.caseId)?.form).toEqual(full);
});

test('a set-up that differs from the form is told with the parts, one that says nothing is told as such, and without an answer it is asked again', async () => {
  const [wrong, silent] = [await draftCase(pc, '4006000002'), await draftCase(pc, '4006000003')];
  const asked: string[] = [];
  const answer = (orderId: string, characteristics: readonly unknown[]) => ({
    kind: 'answer' as const, status: 200, json: [{ productOrderItem: [{ productOrderId: orderId, orderItemId: '1' }], productCharacteristic: characteristics }],
  });
  for (const one of [wrong, silent]) {
    saveForm(pc.db, { caseId: one.caseId, by: staffNo, at: now() }, full);
    pc.db.prepare("INSERT INTO remote_ids(case_id, subject, remote_id) VALUES (?, 'order', ?)").run(one.caseId, one.orderId);
    pc.db.prepare("INSERT INTO orders(case_id, submitted_at, submitted_by, clock_start_at, due_date, provisional, working_days, activated_at) VALUES (?, ?, ?, ?, '2026-11-27', 0, 3, ?)").run(one.caseId, now(), staffNo, now(), now());
    pc.db.prepare("UPDATE cases SET state = 'completed' WHERE case_id = ?").run(one.caseId);
  }
  const http = (async ({ path }: { readonly path: string }) => {
    asked.push(path);
    if (asked.length === 1) return { kind: 'no-answer' };
    return path.includes(wrong.orderId) ? answer(wrong.orderId, routingCharacteristics({ ...full, otherwise: 'g2', recording: false })) : answer(silent.orderId, []);
  }) as unknown as CarrierHttp;
  const changed: string[] = [];
  const check = (): Promise<boolean> => checkRouting({ db: pc.db, http, now, signal: new AbortController().signal, onCases: (caseIds) => changed.push(...caseIds) });
  expect(await check()).toBe(false);
  expect(changed).toEqual([]);
  expect(await check()).toBe(true);
  expect(changed.toSorted()).toEqual([wrong.caseId, silent.caseId].toSorted());
  expect(findRoutingCheck(pc.db, wrong.caseId)?.parts).toEqual(['otherwise', 'recording']);
  expect(findRoutingCheck(pc.db, silent.caseId)?.parts).toBeNull();
  expect(listEvents(pc.db, wrong.caseId).map(({ kind, facts }) => [kind, facts])).toEqual([['routing-checked', { parts: 'otherwise recording' }]]);
  expect(listEvents(pc.db, silent.caseId)).toEqual([]);
});
