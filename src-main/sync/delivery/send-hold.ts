import { holdBody, releaseBody } from '../bodies/reservation-body.ts';
import { holdCapOf, reservationAnswer } from '../carrier/answers.ts';
import { outcomeOf } from '../carrier/carrier-http.ts';
import { paths } from '../carrier/paths.ts';
import { knownOf } from './already-there.ts';
import { delivered, outcome, park, type Delivery, type Sender } from './delivery.ts';

export const sendHold: Sender<'hold-number'> = async (body, exchange) => {
  const first = await exchange.send('hold', 'POST', paths.reservation, () => holdBody({
    ...body, customerId: exchange.remote(`party:${body.customerId}`, body.customerId), caseId: exchange.caseId, hallCode: exchange.hallCode,
  }));
  const taken: Delivery = { kind: 'replaced', failure: { code: 'numberTaken', reason: '' }, effects: [{ kind: 'hold-taken', body }] };
  if (first.kind === 'answer' && first.code === 'numberTaken') return taken;
  // Only a person can make room: the same request goes through once holds were given back.
  if (first.kind === 'answer' && holdCapOf(first) !== null) return park(first.code ?? '', first.reason);
  const answer = first.kind === 'answer' && first.code === 'duplicateExternalId' ? await knownOf(exchange, first) : first;
  if (answer.kind === 'no-answer' || answer.status >= 300) return outcome(outcomeOf(answer));
  const held = reservationAnswer.safeParse(answer.json);
  if (!held.success) return park('answer-not-understood', '');
  // Known already and over: it ran out before we heard of it, so the number is lost to us as if it had been taken.
  if (held.data.state !== 'completed') return taken;
  return delivered([{ kind: 'hold-granted', reservationId: body.reservationId, remoteId: held.data.id, expiresAt: held.data.reservationPeriod.endDateTime }]);
};

export const sendRelease: Sender<'release-number'> = async (body, exchange) => {
  const reservationId = exchange.remote(`reservation:${body.reservationId}`, body.reservationId);
  const answer = await exchange.send('release', 'POST', paths.cancelReservation, () => releaseBody(reservationId, exchange.key));
  return answer.kind === 'answer' && answer.code === 'dependencyUnknown' ? delivered() : outcome(outcomeOf(answer));
};
