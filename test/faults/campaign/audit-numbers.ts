import { createHash } from 'node:crypto';
import { entryHash, journalRoot } from '#domain/lease/pick-journal.ts';
import type { Db } from '../../../src-main/store/db.ts';
import { journalOf, listLeases } from '../../../src-main/store/tables/number/lease-rows.ts';

/** The name of the claim's hold at the carrier, where that is another than ours. */
const claimed = "(o.body ->> 'reservationId', (SELECT remote_id FROM remote_ids r WHERE r.case_id = o.case_id AND r.subject = 'reservation:' || (o.body ->> 'reservationId')))";
const eventsOf = (kinds: string): string => `(SELECT count(*) FROM case_events e WHERE e.case_id = c.case_id AND e.kind IN (${kinds}))`;

/** Rows of numbers, blocks, approvals and rules that must not be there. */
export const numberHalves: Readonly<Record<string, string>> = {
  'a pick without its event': "SELECT digits FROM picks p WHERE NOT EXISTS(SELECT 1 FROM case_events e WHERE e.case_id = p.case_id AND e.kind IN ('number-held','number-leased','number-picked-offline','number-replaced') AND e.facts ->> 'number' = p.digits)",
  'a journal entry without its event': `SELECT case_no FROM cases c WHERE (SELECT count(*) FROM lease_journal j WHERE j.case_id = c.case_id) <> ${eventsOf("'number-leased'")}`,
  'a journal entry without its claim': "SELECT j.digits FROM lease_journal j WHERE (SELECT count(*) FROM outbox o WHERE o.kind = 'claim-number' AND o.case_id = j.case_id AND o.body ->> 'hash' = j.hash AND o.body ->> 'digits' = j.digits) <> 1",
  'a claim without its journal entry': "SELECT seq FROM outbox o WHERE kind = 'claim-number' AND NOT EXISTS(SELECT 1 FROM lease_journal j WHERE j.hash = o.body ->> 'hash')",
  'a claim without its pick': `SELECT seq FROM outbox o WHERE kind = 'claim-number' AND (SELECT count(*) FROM picks p WHERE p.case_id = o.case_id AND p.digits = o.body ->> 'digits' AND p.reservation_id IN ${claimed}) <> 1`,
  'a claim answered on one side only': "SELECT seq FROM outbox o WHERE kind = 'claim-number' AND (state = 'sent') <> EXISTS(SELECT 1 FROM lease_claims l WHERE l.hash = o.body ->> 'hash' AND l.outcome = 'claimed')",
  'a leased pick without its claim on the way': "SELECT digits FROM picks p WHERE current = 1 AND hold = 'leased' AND NOT EXISTS(SELECT 1 FROM outbox o WHERE o.kind = 'claim-number' AND o.body ->> 'reservationId' = p.reservation_id AND o.state IN ('waiting','sending','parked'))",
  'a leased number given back without a word to the carrier': `SELECT o.seq FROM outbox o JOIN picks p ON p.case_id = o.case_id AND p.reservation_id IN ${claimed} WHERE o.kind = 'claim-number' AND p.hold = 'released'
    AND NOT EXISTS(SELECT 1 FROM outbox x WHERE x.kind = 'release-number' AND x.case_id = o.case_id AND x.body ->> 'reservationId' IN ${claimed})`,
  'a provisional pick that nobody asks for': "SELECT digits FROM picks p WHERE current = 1 AND hold = 'provisional' AND NOT EXISTS(SELECT 1 FROM outbox o WHERE o.kind = 'hold-number' AND o.body ->> 'reservationId' = p.reservation_id AND o.state IN ('waiting','sending','parked'))",
  'a number that two cases have': "SELECT digits FROM picks p JOIN cases c USING(case_id) WHERE current = 1 AND hold IN ('granted','provisional','leased') AND c.state NOT IN ('cancelled','rejected','failed') GROUP BY digits HAVING count(*) > 1",
  'a shortlist that is too long or out of order': 'SELECT case_id FROM shortlist GROUP BY case_id HAVING count(*) > 6 OR count(DISTINCT rank) <> count(*)',
  'a shortlist without its event': `SELECT case_no FROM cases c WHERE EXISTS(SELECT 1 FROM shortlist s WHERE s.case_id = c.case_id AND NOT EXISTS(SELECT 1 FROM case_events e WHERE e.case_id = c.case_id AND e.kind = 'shortlist-changed' AND instr(e.facts ->> 'numbers', s.digits) > 0))`,
  'a request for approval without its event': `SELECT case_no FROM cases c WHERE (SELECT count(*) FROM approvals a WHERE a.case_id = c.case_id) <> ${eventsOf("'approval-requested'")}`,
  'a request that the hall\'s other desks never hear of': "SELECT approval_id FROM approvals a WHERE NOT EXISTS(SELECT 1 FROM outbox o WHERE o.kind = 'request-approval' AND o.case_id = a.case_id)",
  'a decision without its event': `SELECT case_no FROM cases c WHERE (SELECT count(*) FROM approvals a WHERE a.case_id = c.case_id AND state IN ('approved','returned')) <> ${eventsOf("'approval-granted','approval-returned'")}`,
  'a carried decision without its token': "SELECT approval_id FROM approvals a WHERE coalesce(via = 'token', 0) <> (approval_id IN (SELECT approval_id FROM approval_tokens))",
  'a token without its event': `SELECT case_no FROM cases c WHERE (SELECT count(*) FROM approval_tokens t JOIN approvals a USING(approval_id) WHERE a.case_id = c.case_id) <> ${eventsOf("'approval-token-used'")}`,
  'an agreement without its approval spent': "SELECT a.approval_id FROM approvals a WHERE a.state = 'approved' AND (a.used_at IS NOT NULL) <> EXISTS(SELECT 1 FROM papers p WHERE p.case_id = a.case_id AND p.kind = 'agreement')",
  'a rule table missing from the row': 'SELECT max(version) FROM rule_tables HAVING max(version) <> count(*)',
  'a hold by rules that nobody has': "SELECT digits FROM picks WHERE CAST(rules_version AS INTEGER) NOT IN (SELECT version FROM rule_tables)",
  'a report answered for a block that is not closed': "SELECT epoch FROM leases WHERE report_end IS NOT NULL AND state <> 'closed'",
};

const sha256hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Every epoch's journal is one unbroken chain of numbers of its block. */
export function auditJournals(db: Db): readonly string[] {
  return listLeases(db).flatMap(({ epoch, numbers }) => journalOf(db, epoch).flatMap((entry, at, all) => {
    const fits = entry.pickSeq === at + 1 && entry.prevHash === (all[at - 1]?.hash ?? journalRoot(epoch)) && entry.hash === entryHash(entry, sha256hex);
    return [...(fits ? [] : [`epoch ${epoch}: the journal breaks at pick ${at + 1}`]), ...(numbers.includes(entry.digits) ? [] : [`epoch ${epoch}: ${entry.digits} is not of its block`])];
  }));
}
