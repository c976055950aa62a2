import type { Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { EarlierForm } from '#contract/routing.ts';
import { ok, type Result } from '#domain/result.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { type CaseRow, findCase, recentForms, searchCases } from '../../store/tables/case-rows.ts';
import { currentPick } from '../../store/tables/number/pick-rows.ts';
import { editCase, record } from '../cases/edit-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';

/** So many earlier forms are offered. */
const MOST = 20;

/** Cases whose form can be copied: what the text finds, else the newest. */
export function earlierForms(context: ConsoleContext, { caseId, text }: Request<'routing/earlier-forms'>): Result<readonly EarlierForm[], Failure> {
  const { db } = context;
  const wanted = text.trim().toLowerCase();
  const ids = wanted === '' ? recentForms(db, MOST + 1) : searchCases(db, wanted).map((hit) => hit.caseId);
  const rows = ids.filter((id) => id !== caseId).flatMap((id) => findCase(db, id) ?? []).filter(({ form }) => form.destinations.length > 0);
  return ok(rows.slice(0, MOST).map((row) => ({
    caseId: row.caseId, caseNo: row.caseNo, company: row.customer.name, number: currentPick(db, row.caseId)?.digits ?? null, editedAt: row.editedAt,
    destinations: row.form.destinations.length, groups: row.form.groups.length, rules: row.form.rules.length, menus: row.form.menus.length,
  })));
}

/** The form of an earlier case for this one; nothing is saved. Who copied from where is on disk before it leaves. */
export function copyForm(context: ConsoleContext, actor: Actor, { caseId, fromCaseId }: Request<'routing/copy-form'>): Result<RoutingForm, Failure> {
  return editCase(context, actor, caseId, (row, edit) => {
    const from = findCase(context.db, fromCaseId);
    if (from === null) return refuse('case-not-found');
    record(context, edit, 'form-copied', { from: from.caseNo });
    return ok(copied(from, row));
  });
}

/** Proofs, passwords, test calls and the customer's consent stay behind; phones and listed callers of another company do, too. */
function copied(from: CaseRow, to: CaseRow): RoutingForm {
  const own = from.customer.creditCode.trim() !== '' && from.customer.creditCode.trim() === to.customer.creditCode.trim();
  const { form } = from;
  return {
    ...form, testCalls: [], acceptedHoles: [], passwordOn: false, password: '', blackList: own ? form.blackList : [], whiteList: own ? form.whiteList : [],
    destinations: form.destinations.map((destination) => ({
      ...destination, ownerIdNumber: '', proof: 'none', proofMonth: '', ...(own ? {} : { number: '', ownerName: to.customer.name, ownerKind: 'unit' }),
    })),
  };
}
