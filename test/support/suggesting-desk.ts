import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CustomerDraft } from '#domain/applicant/customer.ts';
import { encodePoolSnapshot, SEGMENT_BYTES } from '#domain/number/pool-snapshot.ts';
import { emptyForm } from '#domain/routing/routing-form.ts';
import { hallStandard } from '#domain/tariff/number-conditions.ts';
import { deflate } from '../../src-main/pool/deflate.ts';
import { openPool, type Pool } from '../../src-main/pool/open-pool.ts';
import { loadReference, type Reference } from '../../src-main/reference/load-reference.ts';
import type { Db } from '../../src-main/store/db.ts';
import { openStore } from '../../src-main/store/open.ts';
import { insertCase } from '../../src-main/store/tables/case-rows.ts';
import { insertStaff } from '../../src-main/store/tables/staff-rows.ts';
import { seeded } from './generated-company.ts';

/** A database with one case for each company, and a pool of two segments of which a third is gone. */
export type SuggestingDesk = { readonly context: { readonly mode: 'training'; readonly db: Db; readonly pool: Pool; readonly reference: Reference }; readonly caseIds: readonly string[]; readonly close: () => Promise<void> };

export async function openSuggestingDesk(companies: readonly CustomerDraft[], goneShare = 0.33): Promise<SuggestingDesk> {
  const dir = mkdtempSync(join(tmpdir(), 'suggest-'));
  const loaded = loadReference(resolve(import.meta.dirname, '../../resources/reference'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const reference = loaded.value;
  const store = openStore(join(dir, 'hall400.db'), new Uint8Array(32).fill(9));
  if (!store.ok) throw new Error(store.error.code);
  const heads = reference.segments.filter(({ orderable }) => orderable).map(({ head }) => head);
  const pool = await openPool({
    workerUrl: new URL('../../src-main/pool/search-worker.ts', import.meta.url), dir: join(dir, 'pool'), heads, rules: reference.numberRules,
    gradeTable: reference.gradeTable, standard: hallStandard(reference.catalogue, reference.policy.tariff.prepay), now: () => 1,
  });
  await pool.loadSnapshot(encodePoolSnapshot({ cursor: 1, segments: heads.map((head, at) => ({ head, busy: gone(goneShare, at + 1) })) }, deflate));
  insertStaff(store.value, { staffNo: 'WJ0127', name: '练习', role: 'clerk', password: '' }, '');
  const createdAt = '2026-11-24T02:00:00.000Z';
  const caseIds = companies.map((customer, at) => {
    const caseId = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    insertCase(store.value, {
      caseId, caseNo: `WJ${at}`, state: 'draft', createdBy: 'WJ0127', owner: 'WJ0127', createdAt, editedBy: 'WJ0127', editedAt: createdAt, revision: 1, parkedAt: null, parkedNote: '',
      place: { task: 'customer', field: null }, customer, form: emptyForm, plan: null, byHand: [],
    });
    return caseId;
  });
  const close = async (): Promise<void> => {
    await pool.close();
    store.value.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { context: { mode: 'training', db: store.value, pool, reference }, caseIds, close };
}

function gone(share: number, seed: number): Uint8Array {
  const random = seeded(seed);
  const busy = new Uint8Array(SEGMENT_BYTES);
  for (let place = 0; place < SEGMENT_BYTES * 8; place += 1) if (random() < share) busy[place >>> 3]! |= 1 << (place & 7);
  return busy;
}
