import { identityOf, individualBody, organizationBody, partyPatch, type PersonFacts } from '../bodies/party-bodies.ts';
import type { Wire } from '../bodies/wire-refs.ts';
import { duplicateAnswer } from '../carrier/answers.ts';
import { outcomeOf, type CarrierAnswer } from '../carrier/carrier-http.ts';
import { itemPath, paths } from '../carrier/paths.ts';
import { outcome, park, type Delivery, type Sender } from './delivery.ts';
import { derivedId, type Exchange } from './exchange.ts';

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

/**
 * Null when the carrier has the party now, under our id or under the one it knew it by; else how the try ended. The same
 * person or company is brought up to date; another one in the same role is another party and gets an id of its own.
 */
async function register(exchange: Exchange, step: string, path: string, ourId: string, build: () => Wire): Promise<Delivery | null> {
  const first = await exchange.send(step, 'POST', path, build);
  const isAnother = first.kind === 'answer' && first.code === 'duplicateExternalId';
  const id = isAnother ? derivedId(ourId, identityOf(build())) : ourId;
  const answer = isAnother ? await exchange.send(`${step}-anew`, 'POST', path, () => ({ ...build(), id })) : first;
  if (answer.kind === 'no-answer' || answer.code !== 'duplicateParty') return settled(exchange, answer, ourId, id);
  const known = duplicateAnswer.safeParse(answer.json);
  if (!known.success || known.data.id === undefined) return park('answer-not-understood', '');
  const knownId = known.data.id;
  return settled(exchange, await exchange.send(`${step}-update`, 'PATCH', itemPath(path, knownId), () => partyPatch(build())), ourId, knownId);
}

function settled(exchange: Exchange, answer: CarrierAnswer, ourId: string, id: string): Delivery | null {
  if (answer.kind === 'no-answer' || answer.status >= 300) return outcome(outcomeOf(answer));
  if (exchange.remote(`party:${ourId}`, ourId) !== id) exchange.learn(`party:${ourId}`, id);
  return null;
}
