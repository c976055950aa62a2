import { individualBody, organizationBody, partyPatch, type PersonFacts } from '../bodies/party-bodies.ts';
import type { Wire } from '../bodies/wire-refs.ts';
import { duplicateAnswer } from '../carrier/answers.ts';
import { outcomeOf, type CarrierAnswer } from '../carrier/carrier-http.ts';
import { itemPath, paths } from '../carrier/paths.ts';
import { outcome, park, type Delivery, type Sender } from './delivery.ts';
import type { Exchange } from './exchange.ts';

/** Handler, legal representative (once when they are one person), then the organisation that refers to both. */
export const sendCustomer: Sender<'register-customer'> = async (body, exchange) => {
  const handler: PersonFacts = { id: body.handlerId, name: body.handlerName, idNumber: body.handlerIdNumber, phone: body.handlerPhone };
  const legal: PersonFacts = { id: body.legalId, name: body.legalName, idNumber: body.legalIdNumber, phone: body.legalPhone };
  const handlerDone = await register(exchange, 'handler', paths.individual, handler.id, () => individualBody(handler));
  if (handlerDone !== null) return handlerDone;
  if (legal.idNumber === handler.idNumber) exchange.learn(`party:${legal.id}`, exchange.remote(`party:${handler.id}`, handler.id));
  else {
    const legalDone = await register(exchange, 'legal', paths.individual, legal.id, () => individualBody(legal));
    if (legalDone !== null) return legalDone;
  }
  const organization = (): Wire => organizationBody({
    id: body.customerId, name: body.name, creditCode: body.creditCode,
    legalId: exchange.remote(`party:${legal.id}`, legal.id), handlerId: exchange.remote(`party:${handler.id}`, handler.id),
  });
  return await register(exchange, 'organization', paths.organization, body.customerId, organization)
    ?? outcome({ kind: 'answer', status: 201, code: null, reason: '', retryAfterMs: null });
};

/** Null when the carrier has the party now, under our id or under the one it knew it by; else how the try ended. */
async function register(exchange: Exchange, step: string, path: string, ourId: string, build: () => Wire): Promise<Delivery | null> {
  const answer = await exchange.send(step, 'POST', path, build);
  if (answer.kind === 'no-answer' || answer.code !== 'duplicateParty') return unlessDone(answer);
  const known = duplicateAnswer.safeParse(answer.json);
  if (!known.success || known.data.id === undefined) return park('answer-not-understood', '');
  const knownId = known.data.id;
  exchange.learn(`party:${ourId}`, knownId);
  return unlessDone(await exchange.send(`${step}-update`, 'PATCH', itemPath(path, knownId), () => partyPatch(build())));
}

const unlessDone = (answer: CarrierAnswer): Delivery | null =>
  answer.kind === 'answer' && (answer.status < 300 || answer.code === 'duplicateExternalId') ? null : outcome(outcomeOf(answer));
