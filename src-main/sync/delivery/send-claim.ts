import { claimBody } from '../bodies/lease-bodies.ts';
import { reservationAnswer } from '../carrier/answers.ts';
import { outcomeOf } from '../carrier/carrier-http.ts';
import { leaseId } from '../carrier/lease-client.ts';
import { paths } from '../carrier/paths.ts';
import { knownOf } from './already-there.ts';
import { delivered, outcome, park, type Delivery, type Sender } from './delivery.ts';

/** The number was promised offline from this PC's block: the carrier makes it the case's, or says why the promise is broken. */
export const sendClaim: Sender<'claim-number'> = async (body, exchange) => {
  const first = await exchange.send('claim', 'POST', paths.reservation, () => claimBody({
    ...body, customerId: exchange.remote(`party:${body.customerId}`, body.customerId), caseId: exchange.caseId, hallCode: exchange.hallCode,
  }, leaseId(body.epoch)));
  const broken = (code: string): Delivery => ({ kind: 'replaced', failure: { code, reason: first.kind === 'answer' ? first.reason : '' }, effects: [{ kind: 'claim-fenced', body }] });
  if (first.kind === 'answer' && (first.code === 'leaseFenced' || first.code === 'numberTaken')) return broken(first.code);
  const answer = first.kind === 'answer' && first.code === 'duplicateExternalId' ? await knownOf(exchange, first) : first;
  if (answer.kind === 'no-answer' || answer.status >= 300) return outcome(outcomeOf(answer));
  const held = reservationAnswer.safeParse(answer.json);
  if (!held.success) return park('answer-not-understood', '');
  // Claimed once and over since: the hold ran out before we heard of it.
  if (held.data.state !== 'completed') return broken('reservationExpired');
  return delivered([{ kind: 'claim-granted', body, remoteId: held.data.id, expiresAt: held.data.reservationPeriod.endDateTime }]);
};
