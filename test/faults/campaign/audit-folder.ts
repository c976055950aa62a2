import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../../../src-main/store/db.ts';
import { openVault, type Vault } from '../../../src-main/vault/vault.ts';
import { lookInto } from '../../support/test-console.ts';
import { auditJournals, numberHalves } from './audit-numbers.ts';

/** Events that go with one revision of the case each; the others concern papers, money and prints. */
const editing = [
  'customer-saved', 'form-saved', 'plan-chosen', 'by-hand-allowed', 'document-added', 'document-judged', 'document-removed', 'number-held', 'number-leased', 'case-submitted', 'state-changed',
];
const edits = `(SELECT count(*) FROM case_events e WHERE e.case_id = c.case_id AND kind IN (${editing.map((kind) => `'${kind}'`).join(',')}))`;
const happened = (kind: string): string => `(SELECT count(*) FROM case_events e WHERE e.case_id = c.case_id AND kind = '${kind}')`;

/** Each query answers the rows that must not be there: the trace of a step of which only a part was written. */
const halves: Readonly<Record<string, string>> = {
  'money received without its arrival': "SELECT payment_id FROM payments WHERE tender NOT IN ('transfer','collection') AND payment_id NOT IN (SELECT payment_id FROM arrivals)",
  'an arrival without its receipt': 'SELECT payment_id FROM arrivals WHERE payment_id NOT IN (SELECT payment_id FROM receipts)',
  'a receipt without its paper': "SELECT receipt_no FROM receipts r WHERE NOT EXISTS(SELECT 1 FROM papers p WHERE p.paper_id = r.paper_id AND p.kind = 'receipt' AND p.document_no = r.receipt_no)",
  'a receipt paper without its receipt': "SELECT document_no FROM papers WHERE kind = 'receipt' AND paper_id NOT IN (SELECT paper_id FROM receipts)",
  'a payment without its event': "SELECT case_id FROM cases c WHERE (SELECT count(*) FROM payments p WHERE p.case_id = c.case_id) <> (SELECT count(*) FROM case_events e WHERE e.case_id = c.case_id AND kind IN ('payment-received','payment-awaited'))",
  'a voucher without its paper': "SELECT reversal_id FROM reversals r WHERE kind <> 'withdraw' AND NOT EXISTS(SELECT 1 FROM papers p WHERE p.paper_id = r.paper_id AND p.kind = 'reversal' AND p.document_no = r.receipt_no)",
  'a voucher paper without its reversal': "SELECT document_no FROM papers WHERE kind = 'reversal' AND paper_id NOT IN (SELECT paper_id FROM reversals WHERE paper_id IS NOT NULL)",
  'a reversal without its event': "SELECT case_id FROM cases c WHERE (SELECT count(*) FROM reversals r JOIN payments p USING(payment_id) WHERE p.case_id = c.case_id) <> (SELECT count(*) FROM case_events e WHERE e.case_id = c.case_id AND kind IN ('payment-voided','payment-refunded','payment-withdrawn'))",
  'more given back than came in': 'SELECT payment_id FROM payments p WHERE amount_li < (SELECT coalesce(sum(amount_li), 0) FROM reversals r WHERE r.payment_id = p.payment_id)',
  'money that the carrier is not told of, or twice': `SELECT number FROM (SELECT receipt_no AS number, 'record-payment' AS kind FROM receipts UNION ALL SELECT receipt_no, 'record-refund' FROM reversals WHERE receipt_no IS NOT NULL) m
    WHERE (SELECT count(*) FROM outbox x WHERE x.subject = m.number AND x.kind = m.kind) <> 1`,
  'money told before whose it is': "SELECT case_id FROM outbox x WHERE kind = 'record-payment' AND NOT EXISTS(SELECT 1 FROM outbox e WHERE e.case_id = x.case_id AND e.kind = 'register-customer' AND e.seq < x.seq)",
  'a signed paper without its event': "SELECT case_id FROM cases c WHERE (SELECT count(*) FROM papers p WHERE p.case_id = c.case_id AND p.kind IN ('agreement','form')) <> (SELECT count(*) FROM case_events e WHERE e.case_id = c.case_id AND kind IN ('agreement-signed','form-signed'))",
  'a print job without its event or its count': "SELECT paper_id FROM papers p WHERE p.print_count <> (SELECT coalesce(sum(copies), 0) FROM print_jobs j WHERE j.paper_id = p.paper_id) OR (SELECT count(*) FROM print_jobs j WHERE j.paper_id = p.paper_id) <> (SELECT count(*) FROM case_events e WHERE e.case_id = p.case_id AND kind = 'print-requested' AND facts ->> 'paper' = p.document_no)",
  'a case without its first event': "SELECT case_id FROM cases c WHERE (SELECT count(*) FROM case_events e WHERE e.case_id = c.case_id AND kind = 'case-created') <> 1",
  // A number given back counts where it was the case's own; browse holds go without a revision.
  'a change without its event': `SELECT case_no FROM cases c WHERE revision - 1 <> ${edits} + iif(${happened('shortlist-changed')} = 0, ${happened('number-released')}, 0)`,
  'a page without its event': "SELECT case_id FROM cases c WHERE (SELECT count(*) FROM documents d WHERE d.case_id = c.case_id) <> (SELECT count(*) FROM case_events e WHERE e.case_id = c.case_id AND kind = 'document-added')",
  'a submitted case without its order': "SELECT case_id FROM cases WHERE (state IN ('draft','cancelled')) = (case_id IN (SELECT case_id FROM orders))",
  'an order without all that is sent for it': `SELECT o.case_id FROM orders o WHERE
    (SELECT count(*) FROM outbox x WHERE x.case_id = o.case_id AND kind = 'register-customer') <> 1 OR (SELECT count(*) FROM outbox x WHERE x.case_id = o.case_id AND kind = 'file-agreement') <> 1
    OR (SELECT count(*) FROM outbox x WHERE x.case_id = o.case_id AND kind = 'place-order') <> 1
    OR (SELECT count(DISTINCT subject) FROM outbox x WHERE x.case_id = o.case_id AND kind = 'file-document') <> (SELECT count(*) FROM documents d WHERE d.case_id = o.case_id AND removed_at IS NULL) + 2`,
  // Money is told of when it arrives. The scans that are decided on go ahead to the hall's other desks.
  'something sent for a case that was not submitted': `SELECT seq FROM outbox WHERE kind NOT IN ('hold-number','release-number','claim-number','request-approval','decide-approval','withdraw-approval') AND case_id NOT IN (SELECT case_id FROM orders)
    AND NOT(kind = 'file-document' AND case_id IN (SELECT case_id FROM approvals)) AND NOT(kind IN ('register-customer','record-payment','record-refund') AND case_id IN (SELECT case_id FROM receipts))`,
  'something that the carrier refused': "SELECT kind || ' ' || coalesce(failure ->> 'code', '') || ' ' || coalesce(failure ->> 'reason', '') FROM outbox WHERE state = 'parked'",
  'a case number missing from the day': "SELECT name FROM counters WHERE name LIKE 'case-%' AND value <> (SELECT count(*) FROM cases WHERE case_no LIKE '%-' || substr(name, 6) || '-%')",
  'a receipt number missing from the day': "SELECT name FROM counters WHERE name LIKE 'receipt-%' AND value <> (SELECT count(*) FROM (SELECT receipt_no FROM receipts UNION ALL SELECT receipt_no FROM reversals) WHERE receipt_no LIKE '%-' || replace(substr(name, 9), '-', '') || '-%')",
  'a receipt number out of its row': "SELECT receipt_no FROM (SELECT receipt_no, row_number() OVER (PARTITION BY substr(receipt_no, 1, length(receipt_no) - 5) ORDER BY receipt_no) AS place FROM (SELECT receipt_no FROM receipts UNION ALL SELECT receipt_no FROM reversals WHERE receipt_no IS NOT NULL)) WHERE CAST(substr(receipt_no, -4) AS INTEGER) <> place",
};

type NamedFile = { readonly fileId: string; readonly sha256: string | null };

/** Looks into a folder with nothing of the console in between: database, vault, and that both say the same. */
export async function auditFolder(dataDir: string, key: Uint8Array, { swept }: { readonly swept: boolean }): Promise<readonly string[]> {
  const { problems, files } = lookInto(dataDir, key, (db) => ({ problems: auditRows(db), files: namedFiles(db) }));
  const vault = await openVault({ dir: join(dataDir, 'vault'), key, ids: () => '' });
  return [...problems, ...(await auditFiles(vault, files)), ...(swept ? strays(join(dataDir, 'vault'), files) : [])];
}

function auditRows(db: Db): readonly string[] {
  const sound = db.pragma('quick_check', { simple: true }) === 'ok' ? [] : ['the database is damaged'];
  const dangling = (db.pragma('foreign_key_check') as unknown[]).length === 0 ? [] : ['a row names one that is not there'];
  const found = Object.entries({ ...halves, ...numberHalves }).flatMap(([name, query]) => db.prepare(query).pluck().all().map((row) => `${name}: ${String(row)}`));
  return [...sound, ...dangling, ...found, ...auditJournals(db)];
}

const namedFiles = (db: Db): readonly NamedFile[] =>
  db.prepare('SELECT file_id AS fileId, sha256 FROM papers UNION ALL SELECT file_id, sha256 FROM documents UNION ALL SELECT marked_id, marked_sha256 FROM documents UNION ALL SELECT thumb_id, NULL FROM documents').all() as NamedFile[];

async function auditFiles(vault: Vault, files: readonly NamedFile[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { fileId, sha256 } of files) {
    const bytes = await vault.get(fileId);
    if (!bytes.ok) problems.push(`${bytes.error.code}: ${fileId}`);
    else if (sha256 !== null && createHash('sha256').update(bytes.value).digest('hex') !== sha256) problems.push(`a file is not the one recorded: ${fileId}`);
  }
  return problems;
}

/** After a start nothing lies in the vault that no row names. */
function strays(dir: string, files: readonly NamedFile[]): readonly string[] {
  const named = new Set(files.map(({ fileId }) => `${fileId}.sealed`));
  return readdirSync(dir).filter((name) => !named.has(name)).map((name) => `a file that no row names: ${name}`);
}
