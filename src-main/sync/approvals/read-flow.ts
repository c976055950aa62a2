import { z } from 'zod';
import { requestPacketSchema } from '#contract/carried-approval.ts';
import type { RequestPacket } from '#domain/approval/request-packet.ts';
import type { TaskDecision } from '../../store/tables/approval/remote-task-rows.ts';

const characteristics = z.array(z.object({ name: z.string(), value: z.unknown() }));
const parties = z.array(z.object({ role: z.string(), partyOrPartyRole: z.object({ id: z.string() }) }));

const flowAnswer = z.object({
  id: z.string(), state: z.enum(['active', 'completed', 'cancelled']), processFlowSpecification: z.string(), characteristic: characteristics, relatedParty: parties,
  relatedEntity: z.array(z.object({ role: z.string(), id: z.string(), name: z.string().optional() })), taskFlow: z.array(z.object({ id: z.string() })),
});

const taskAnswer = z.object({ state: z.string(), characteristic: characteristics.optional(), relatedParty: parties.optional() });

const decisionSchema: z.ZodType<TaskDecision> = z.object({
  decision: z.enum(['approve', 'return']), reasons: z.array(z.string().max(40)).max(6).readonly(), note: z.string().max(300), bindingHash: z.string(), decidedBy: z.string().min(1).max(20),
  decidedByName: z.string().max(300), onBehalfOf: z.string().max(20).nullable(), decidedAt: z.iso.datetime(),
});

/** A flow of the carrier's book; `packet` null: it does not read, so nobody here decides on it. */
export type ReadFlow = { readonly flowId: string; readonly state: 'active' | 'completed' | 'cancelled'; readonly taskId: string | null; readonly packet: RequestPacket | null };

/** Reads a flow with all that is asked; null when it is not a flow at all. */
export function readFlow(json: unknown): ReadFlow | null {
  const read = flowAnswer.safeParse(json);
  if (!read.success) return null;
  const { id, state, relatedParty, relatedEntity, taskFlow } = read.data;
  const personIn = (role: string): string | undefined => relatedParty.find((party) => party.role === role)?.partyOrPartyRole.id;
  const ofCase = relatedEntity.find((entity) => entity.role === 'case');
  const packet = requestPacketSchema.safeParse({
    deadline: null, ...valuesOf(read.data.characteristic), requestId: id, caseId: ofCase?.id, caseNo: ofCase?.name, requestedBy: personIn('requester'), createdBy: personIn('creator'), lastEditedBy: personIn('lastEditor'),
  });
  return { flowId: id, state, taskId: taskFlow[0]?.id ?? null, packet: packet.success ? packet.data : null };
}

/** Reads what was decided on a completed task; null when nobody did. */
export function readDecision(json: unknown): TaskDecision | null {
  const read = taskAnswer.safeParse(json);
  if (!read.success || read.data.state !== 'completed') return null;
  const decidedBy = read.data.relatedParty?.find((party) => party.role === 'approver')?.partyOrPartyRole.id;
  const decision = decisionSchema.safeParse({ onBehalfOf: null, ...valuesOf(read.data.characteristic ?? []), decidedBy });
  return decision.success ? decision.data : null;
}

const valuesOf = (list: z.infer<typeof characteristics>): Readonly<Record<string, unknown>> => Object.fromEntries(list.map(({ name, value }) => [name, value]));
