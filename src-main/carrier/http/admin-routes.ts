import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { unreachable } from '#domain/assert.ts';
import type { Desk } from '../desk.ts';
import { resumeOrder } from '../work/activation-worker.ts';
import { refusal } from './refusal.ts';
import { sendRefusal } from './door.ts';

const times = z.number().int().min(1).max(10_000).default(1);
const order = { orderId: z.string().optional(), code: z.string().min(1).max(64), reason: z.string().min(1).max(200) };

const fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refuse'), ...order, code: order.code.default('refused'), reason: order.reason.default('资料不符合入网要求') }),
  z.object({ kind: z.literal('hold'), ...order, code: order.code.default('held'), reason: order.reason.default('运营商系统维护') }),
  z.object({ kind: z.literal('fail'), ...order, code: order.code.default('failed'), reason: order.reason.default('交换机数据制作失败') }),
  z.object({ kind: z.literal('delay'), ms: z.number().int().min(0).max(60_000), times }),
  z.object({ kind: z.literal('unavailable'), retryAfterSeconds: z.number().int().min(0).max(3600).default(1), times }),
  z.object({ kind: z.literal('drop'), times }),
]);

function addFault(desk: Desk, wanted: z.infer<typeof fault>): void {
  switch (wanted.kind) {
    case 'refuse': case 'hold': case 'fail': desk.faults.addOrderFault(wanted.kind, { code: wanted.code, reason: wanted.reason }, wanted.orderId); return;
    case 'delay': case 'unavailable': case 'drop': desk.faults.setLineFault(wanted); return;
    default: unreachable(wanted);
  }
}

/** What tests and training may do to the carrier; registered only with `--admin`, and the server listens on loopback only. */
export function registerAdmin(app: FastifyInstance, desk: Desk, admin: { readonly advanceClock: (ms: number) => void; readonly wake: () => void }): void {
  app.post('/admin/fault', (request, reply) => {
    const wanted = fault.safeParse(jsonOf(request.body));
    if (!wanted.success) return sendRefusal(desk, reply, refusal('malformed', 'unknown fault'));
    addFault(desk, wanted.data);
    return reply.code(204).send();
  });
  app.delete('/admin/fault', (_request, reply) => {
    desk.faults.clear();
    return reply.code(204).send();
  });
  app.post('/admin/clock', (request, reply) => {
    const wanted = z.object({ advanceMs: z.number().int().min(0) }).safeParse(jsonOf(request.body));
    if (!wanted.success) return sendRefusal(desk, reply, refusal('malformed', 'advanceMs is a whole number'));
    admin.advanceClock(wanted.data.advanceMs);
    admin.wake();
    return reply.code(204).send();
  });
  app.post<{ Params: { id: string } }>('/admin/order/:id/resume', (request, reply) =>
    resumeOrder(desk, request.params.id) ? reply.code(204).send() : sendRefusal(desk, reply, refusal('stateConflict', 'the order is not held')));
  app.get('/admin/state', () => ({ resources: desk.store.resources.counts(), poolVersion: desk.pool.version(), feed: Object.fromEntries(desk.halls.map((hall) => [hall, desk.feed.head(hall)])) }));
}

function jsonOf(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}
