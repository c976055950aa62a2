import { z } from 'zod';
import { duplicateAnswer } from '../carrier/answers.ts';
import { outcomeOf, type CarrierAnswer } from '../carrier/carrier-http.ts';
import { delivered, outcome, park, type Delivery } from './delivery.ts';
import type { Exchange } from './exchange.ts';

const withId = z.object({ id: z.string() });

/** Ends a plain create: «exists already» is done when what exists is ours, and a matter for a person when it is not. */
export async function endCreate(exchange: Exchange, answer: CarrierAnswer, ourId: string): Promise<Delivery> {
  if (answer.kind === 'no-answer' || answer.code !== 'duplicateExternalId') return outcome(outcomeOf(answer));
  const known = await knownOf(exchange, answer);
  if (known.kind === 'no-answer') return outcome(known);
  const read = withId.safeParse(known.json);
  return read.success && read.data.id === ourId ? delivered() : park('duplicateExternalId', answer.reason);
}

/** The resource that a refusal says exists already. */
export async function knownOf(exchange: Exchange, refusal: CarrierAnswer & { readonly kind: 'answer' }): Promise<CarrierAnswer> {
  const duplicate = duplicateAnswer.safeParse(refusal.json);
  return duplicate.success && duplicate.data.href.startsWith('/') ? exchange.ask(duplicate.data.href) : refusal;
}
