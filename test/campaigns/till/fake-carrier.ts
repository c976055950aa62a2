import { fail, ok, type Result } from '#domain/result.ts';
import type { LineFailure } from '../../../src-main/services/console-context.ts';
import type { Db } from '../../../src-main/store/db.ts';
import { type CarrierPayment, saveCarrierPayment } from '../../../src-main/store/tables/carrier-payment-rows.ts';

/** What the carrier does with a record of money that it gets: takes it, refuses it, takes another amount, answers and forgets it; or it stays on its way. */
export type CarrierMood = 'accepts' | 'refuses' | 'differs' | 'forgets' | 'silent';

/** The carrier as the till sees it: a book of correlators, an answer to what it holds, and what it makes of the outbox. */
export type FakeCarrier = {
  readonly book: Map<string, CarrierPayment>;
  readonly moneyHeld: (correlatorIds: readonly string[]) => Promise<Result<readonly CarrierPayment[], LineFailure>>;
  readonly cut: (offline: boolean) => void;
  /** Sends everything of money that waits, each as `mood` says; answers what became of it. */
  readonly deliver: (db: Db, at: string, mood: (correlatorId: string) => CarrierMood) => readonly { readonly correlatorId: string; readonly mood: CarrierMood }[];
};

type Waiting = { readonly seq: number; readonly kind: string; readonly subject: string; readonly body: string };

export function openFakeCarrier(): FakeCarrier {
  const book = new Map<string, CarrierPayment>();
  let offline = false;
  const deliverOne = (db: Db, at: string, { seq, kind, subject, body }: Waiting, mood: CarrierMood): void => {
    const { amountLi } = JSON.parse(body) as { readonly amountLi: number };
    const money: CarrierPayment = { correlatorId: subject, kind: kind === 'record-refund' ? 'refund' : 'payment', amountLi: mood === 'differs' ? amountLi + 10_000 : amountLi };
    if (mood === 'accepts' || mood === 'differs') {
      book.set(subject, money);
      saveCarrierPayment(db, money, at);
    }
    const failure = JSON.stringify({ code: 'semantic', reason: 'no', at });
    db.prepare('UPDATE outbox SET state = ?, sent_at = ?, failure = ? WHERE seq = ?').run(mood === 'refuses' ? 'parked' : 'sent', mood === 'refuses' ? null : at, mood === 'refuses' ? failure : null, seq);
  };
  return {
    book, cut: (now) => { offline = now; },
    moneyHeld: async (correlatorIds) => (offline ? fail({ code: 'offline' }) : ok(correlatorIds.flatMap((id) => book.get(id) ?? []))),
    deliver: (db, at, mood) => {
      db.prepare("UPDATE outbox SET state = 'sent', sent_at = ? WHERE state IN ('waiting','sending') AND kind NOT IN ('record-payment','record-refund')").run(at);
      const waiting = db.prepare("SELECT seq, kind, subject, body FROM outbox WHERE state = 'waiting' AND kind IN ('record-payment','record-refund') ORDER BY seq").all() as readonly Waiting[];
      return waiting.map((intent) => {
        const chosen = mood(intent.subject);
        if (chosen !== 'silent') deliverOne(db, at, intent, chosen);
        return { correlatorId: intent.subject, mood: chosen };
      });
    },
  };
}
