import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseView } from '#contract/cases.ts';
import type { DocumentKind } from '#contract/documents.ts';
import { trainingPassword } from '../../../src-main/services/hall/set-up.ts';
import { openShift } from '../../support/open-shift.ts';
import { signPaper } from '../../support/ordinary-case.ts';
import { plainSearch } from '../../support/plain-search.ts';
import { sampleCustomer, sampleForm, samplePhoto } from '../../support/sample-company.ts';
import type { Caller } from '../../support/test-console.ts';
import type { AmountsCase } from './generate-case.ts';

type GradeRow = { readonly grade: number; readonly hallMinimumLi: number };
const gradeRows = (JSON.parse(readFileSync(join(process.cwd(), 'resources', 'reference', 'number-grades.json'), 'utf8')) as { readonly grades: readonly GradeRow[] }).grades;
const rangeEndLi = 3_000_000;
const photos = new Map<DocumentKind, Promise<Uint8Array>>();
const supervisor = { staffNo: 'WJ0008', password: trainingPassword };

/** From an empty case to its submission, as a clerk would: what it pays for is generated, the rest is the same company again and again. */
export async function driveAmountsCase(call: Caller, generated: AmountsCase, sequence: number): Promise<CaseView> {
  const { caseId } = await call('cases/create', undefined);
  const customer = sampleCustomer(sequence);
  await call('cases/save-customer', { caseId, patch: customer });
  const held = await holdNumber(call, caseId, generated);
  if (generated.usage !== null) await call('plans/compare', { caseId, usage: generated.usage });
  await choosePlan(call, held, generated);
  for (const kind of ['licence', 'handler-id-front', 'handler-id-back'] as const) await scan(call, caseId, kind);
  if (held.approval.needed) await approve(call, caseId);
  for (const kind of ['authorisation', 'destination-proof'] as const) await scan(call, caseId, kind);
  await signPaper(call, caseId, 'agreement');
  await call('cases/save-form', { caseId, form: sampleForm(customer) });
  await signPaper(call, caseId, 'form');
  for (const kind of ['sealed-agreement', 'sealed-form'] as const) await scan(call, caseId, kind);
  await pay(call, await call('cases/open', { caseId }), generated);
  return call('activation/submit', { caseId });
}

/** A grade that the pool has no more takes its cheaper neighbour. */
async function holdNumber(call: Caller, caseId: string, { grade, contains, pickAt }: AmountsCase): Promise<CaseView> {
  for (const wanted of [grade, 6, 9]) {
    const { total } = await call('numbers/search', plainSearch(contains, [wanted], 0));
    for (let at = pickAt; at < pickAt + total; at += 1) {
      const { hits } = await call('numbers/search', plainSearch(contains, [wanted], at % total));
      const answer = await call('numbers/hold', { caseId, digits: hits[0]?.digits ?? '' });
      if (answer.outcome === 'granted') return answer.view;
    }
  }
  throw new Error(`no number of grade ${grade} with ${contains}`);
}

async function choosePlan(call: Caller, { caseId, number }: CaseView, { planId, addOnIds, minimumShare, terminals }: AmountsCase): Promise<void> {
  const fromLi = gradeRows.find(({ grade }) => grade === number?.grade)?.hallMinimumLi ?? 0;
  const minimumLi = minimumShare === null ? null : fromLi + Math.round(((rangeEndLi - fromLi) * minimumShare) / 10) * 10;
  await call('plans/choose', { caseId, planId, addOnIds: [...addOnIds], minimumLi, terminals, reason: '客户指定' });
}

async function scan(call: Caller, caseId: string, kind: DocumentKind): Promise<void> {
  if (!photos.has(kind)) photos.set(kind, samplePhoto(photos.size + 1));
  const { view } = await call('documents/add', { caseId, kind, bytes: await (photos.get(kind) as Promise<Uint8Array>), source: 'camera' });
  await call('documents/judge', { documentId: view.documents.rows.find((row) => row.kind === kind)?.documentId ?? '', verdict: 'matches', note: '' });
}

async function approve(call: Caller, caseId: string): Promise<void> {
  const { approval } = await call('approval/request', { caseId, reason: '客户自用多年的尾号' });
  await call('approval/decide', { approvalId: approval.approvalId ?? '', decision: 'approve', reasons: [], note: '', bindingHash: approval.bindingHash ?? '', supervisor });
}

async function pay(call: Caller, { caseId, payments, customer }: CaseView, { tender, firstPercent }: AmountsCase): Promise<void> {
  if (payments.dueLi === 0) return;
  await openShift(call);
  const firstLi = Math.round((payments.dueLi * firstPercent) / 1000) * 10;
  for (const amountLi of [firstLi, payments.dueLi - firstLi].filter((li) => li > 0)) {
    const reference = tender === 'cash' ? '' : `R${caseId.slice(0, 8)}${amountLi}`;
    await call('payments/take', { caseId, tender, amountLi, tenderedLi: tender === 'cash' ? amountLi : null, reference, payerName: customer.name, payerNote: '' });
  }
}
