import type { CaseView } from '#contract/cases.ts';
import { writeRequest, readRequest } from '../../../src-main/services/approval/carried/carried-text.ts';
import { signPaper } from '../../support/ordinary-case.ts';
import { inventedCreditCode } from '../../support/sample-company.ts';
import { until } from '../../support/until.ts';
import { askedCase, type HallOfTwo, type Person, personOf, staff } from './hall.ts';
import { type After, type Before, expectedOf, type Plan } from './plans.ts';

/** What came of a plan, and what of it must never be. */
export type Played = { readonly decided: boolean; readonly signed: number; readonly violations: readonly string[] };

const threeDays = 3 * 86_400_000 + 60_000;

/** What an approval is for, read off the screen: not by the product's own hash. */
const contentOf = (view: CaseView): string => JSON.stringify([
  view.number?.digits, view.number?.grade, view.plan?.planId, view.plan?.version, view.plan?.addOnIds, view.plan?.quote?.monthlyMinimumLi, view.plan?.quote?.prepayDueLi, view.plan?.quote?.dueNowLi, view.customer.name, view.customer.creditCode,
]);

type Row = { readonly state: string; readonly decided_by: string | null; readonly requested_by: string; readonly used_at: string | null; readonly expires_at: string | null; readonly on_behalf_of: string | null; readonly created_by: string; readonly edited_by: string };

/** Plays one plan on a case of its own, and compares what came of it with what must. */
export async function playPlan(hall: HallOfTwo, plan: Plan): Promise<Played> {
  const stage = new Stage(hall, plan, await askedCase(hall, plan.decider));
  await stage.decideWith(plan.before);
  const decided = stage.row();
  await stage.change(plan.after, 'after');
  let signed = await stage.sign();
  if (plan.after === 'second-use') {
    await stage.change('address', 'after');
    signed += await stage.sign();
  }
  const violations = [...stage.violations, ...auditOf(stage, decided, signed)];
  await stage.putAway();
  return { decided: decided.state === 'approved', signed, violations };
}

function auditOf(stage: Stage, decided: Row, signed: number): readonly string[] {
  const { plan } = stage;
  const expected = expectedOf(plan);
  const found: string[] = [];
  const isDecided = decided.state === 'approved';
  if (isDecided !== expected.decided) found.push(isDecided ? 'decided though it must not be' : `refused though allowed: ${stage.refusals.join(' ')}`);
  if (signed !== expected.signed) found.push(`signed ${signed} times, not ${expected.signed}: ${stage.refusals.join(' ')}`);
  const hands = [decided.requested_by, decided.created_by, stage.editorBefore].map((one) => one.toUpperCase());
  for (const name of [decided.decided_by, decided.on_behalf_of]) if (isDecided && name !== null && hands.includes(name.trim().toUpperCase())) found.push(`self-approval by ${name}`);
  const last = stage.row();
  const papers = stage.hall.clerkPc.look((db) => db.prepare("SELECT made_at FROM papers WHERE case_id = ? AND kind = 'agreement'").pluck().all(stage.caseId)) as string[];
  if (papers.length > (last.used_at === null ? 0 : 1)) found.push(`${papers.length} agreements on one approval`);
  if (last.used_at !== null && (last.expires_at === null || last.used_at >= last.expires_at)) found.push('used after its end');
  return found;
}

class Stage {
  readonly hall: HallOfTwo;
  readonly plan: Plan;
  readonly caseId: string;
  readonly violations: string[] = [];
  readonly refusals: string[] = [];
  editorBefore = '';
  private readonly asked: CaseView;
  private readonly decider: Person;
  private owner: Person;

  constructor(hall: HallOfTwo, plan: Plan, { view, owner }: { readonly view: CaseView; readonly owner: Person }) {
    [this.hall, this.plan, this.asked, this.owner, this.caseId, this.decider] = [hall, plan, view, owner, view.caseId, personOf[plan.decider]];
  }

  row(): Row {
    return this.hall.clerkPc.look((db) => db.prepare(`SELECT a.state, a.decided_by, a.requested_by, a.used_at, a.expires_at, a.on_behalf_of, c.created_by, c.edited_by
      FROM approvals a JOIN cases c USING (case_id) WHERE approval_id = ?`).get(this.asked.approval.approvalId)) as Row;
  }

  /** The edit, and the decision on what was asked before it; a token is signed before the edit and brought after it. */
  async decideWith(edit: Before): Promise<void> {
    const { path } = this.plan;
    const token = path === 'token' ? await this.signToken() : null;
    if (path === 'remote') await this.arrived();
    await this.change(edit, 'before');
    this.editorBefore = this.row().edited_by;
    if (path === 'desk') await this.decideAt(null);
    if (path === 'beside') await this.decideAt(this.decider);
    if (path === 'token' && token !== null) await this.tried(this.asOwner(() => this.hall.clerkPc.ask('approval/import-token', { text: token })));
    if (path === 'remote') await this.decideElsewhere();
  }

  private readonly decision = () => ({ approvalId: this.asked.approval.approvalId ?? '', decision: 'approve' as const, reasons: [], note: '', bindingHash: this.asked.approval.bindingHash ?? '' });

  private async decideAt(beside: Person | null): Promise<void> {
    const { clerkPc } = this.hall;
    const who = beside === null ? this.decider : this.owner;
    const signedIn = await clerkPc.ask('session/sign-in', who);
    if (!signedIn.ok) return void this.refusals.push(signedIn.error.code);
    await this.tried(clerkPc.ask('approval/decide', { ...this.decision(), supervisor: beside }));
  }

  /** A token of this decider; where the request itself would stop them, one whose words about the hands were changed on the way. */
  private async signToken(): Promise<string | null> {
    const { clerkPc, deskPc } = this.hall;
    const { text } = await this.asOwner(() => clerkPc.call('approval/export-request', { caseId: this.caseId, asFile: false }));
    const packet = readRequest(text)?.packet;
    if (packet === undefined) throw new Error('the request does not read');
    const doctored = writeRequest({ ...packet, createdBy: 'WJ0900', requestedBy: 'WJ0900', lastEditedBy: 'WJ0900' });
    await deskPc.signIn(this.decider.staffNo, this.decider.password);
    const sign = (request: string) => deskPc.ask('approval/sign-token', { request, decision: 'approve', reasons: [], note: '', password: this.decider.password, asFile: false });
    const honest = await sign(text);
    const signed = honest.ok ? honest : await sign(doctored);
    if (!signed.ok) this.refusals.push(signed.error.code);
    return signed.ok ? signed.value.text : null;
  }

  private readonly flow = () => this.asked.approval.approvalId ?? '';
  private taskState(pc: HallOfTwo['clerkPc']): string | undefined {
    return pc.look((db) => db.prepare('SELECT state FROM remote_tasks WHERE flow_id = ? AND packet IS NOT NULL').pluck().get(this.flow())) as string | undefined;
  }

  private async arrived(): Promise<void> {
    await until('the task at the other PC', () => this.taskState(this.hall.deskPc) !== undefined);
  }

  private async decideElsewhere(): Promise<void> {
    const { deskPc, clerkPc } = this.hall;
    await deskPc.signIn(this.decider.staffNo, this.decider.password);
    if (!(await this.tried(deskPc.ask('approval/decide', { ...this.decision(), supervisor: null })))) return;
    await sendNow(deskPc);
    await until('what the carrier made of it', () => (this.taskState(clerkPc) ?? 'active') !== 'active');
  }

  async change(edit: Before | After, when: 'before' | 'after'): Promise<void> {
    const { clerkPc, deskPc } = this.hall;
    const { caseId } = this;
    const save = (patch: Readonly<Record<string, string>>) => this.asOwner(() => clerkPc.ask('cases/save-customer', { caseId, patch }));
    const ask = () => this.asOwner(() => clerkPc.ask('approval/request', { caseId, reason: '再报' }));
    const withdraw = () => this.asOwner(() => clerkPc.ask('approval/withdraw', { caseId }));
    const { name } = this.asked.customer;
    switch (edit) {
      case 'none': case 'second-use': return;
      case 'name': return void (await save({ name: `${name}改` }));
      case 'name-and-back': await save({ name: `${name}改` }); return void (await save({ name }));
      case 'credit-code': return void (await save({ creditCode: inventedCreditCode(50_000 + this.hall.next()) }));
      case 'address': return void (await save({ address: `北京市虚构区别处${this.hall.next()}号` }));
      case 'add-on': return void (await this.asOwner(() => clerkPc.ask('plans/choose', { caseId, planId: 'hall-standard', addOnIds: ['recording-monthly'], minimumLi: null, terminals: null, reason: '客户指定' })));
      case 'number': return void (await this.asOwner(() => clerkPc.ask('numbers/pick-provisional', { caseId, ranked: ['4006039999'] })));
      case 'park-and-resume':
        await this.asOwner(() => clerkPc.ask('cases/park', { caseId, note: '' }));
        return void (await this.asOwner(() => clerkPc.ask('cases/resume', { caseId })));
      case 'decider-edits': case 'decider-takes-over': return this.deciderIn(edit === 'decider-edits');
      case 'withdraw': return void (await withdraw());
      case 'ask-again': if (when === 'before') await withdraw(); return void (await ask());
      case 'name-and-ask-again': await save({ name: `${name}改` }); return void (await ask());
      case 'licence-removed': {
        const scan = this.asked.documents.rows.find((row) => row.kind === 'licence');
        return void (await this.asOwner(() => clerkPc.ask('documents/remove', { documentId: scan?.documentId ?? '', reason: '拍错了' })));
      }
      case 'cancel': return void (await this.asOwner(() => clerkPc.ask('cases/cancel', { caseId, reason: '客户不要了' })));
      case 'take-back':
        await clerkPc.signIn(this.decider.staffNo, this.decider.password);
        return void (await this.tried(clerkPc.ask('approval/take-back', { approvalId: this.flow() })));
      case 'three-days': for (const pc of [clerkPc, deskPc]) pc.clock.advance(threeDays);
    }
  }

  /** The decider has a hand in the case, where their role lets them. */
  private async deciderIn(edits: boolean): Promise<void> {
    const { clerkPc } = this.hall;
    if (!(await clerkPc.ask('session/sign-in', this.decider)).ok || !(await clerkPc.ask('cases/take-over', { caseId: this.caseId })).ok) return;
    this.owner = this.decider;
    if (edits) await clerkPc.call('cases/save-customer', { caseId: this.caseId, patch: { address: `北京市虚构区经手路${this.hall.next()}号` } });
  }

  /** Signs if it can; an agreement for other content than was asked is a violation whatever the plan was. */
  async sign(): Promise<number> {
    const { clerkPc } = this.hall;
    return this.asOwner(async () => {
      try {
        await signPaper(clerkPc.call, this.caseId, 'agreement');
      } catch (error) {
        this.refusals.push(String((error as Error).message));
        return 0;
      }
      const view = await clerkPc.call('cases/open', { caseId: this.caseId });
      if (contentOf(view) !== contentOf(this.asked)) this.violations.push('an agreement for other content than was approved');
      if (this.row().edited_by.toUpperCase() === this.row().decided_by?.toUpperCase()) this.violations.push('an agreement on the approval of who edited the case last');
      return 1;
    });
  }

  async putAway(): Promise<void> {
    await this.asOwner(() => this.hall.clerkPc.ask('cases/cancel', { caseId: this.caseId, reason: '演练完' }));
  }

  private async asOwner<T>(work: () => Promise<T>): Promise<T> {
    await this.hall.clerkPc.signIn(this.owner.staffNo, this.owner.password);
    return work();
  }

  private async tried(answer: Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>): Promise<boolean> {
    const { ok, error } = await answer;
    if (!ok) this.refusals.push(error?.code ?? '');
    return ok;
  }
}

/** What waits for the ten seconds of taking back goes out now. */
async function sendNow(pc: HallOfTwo['deskPc']): Promise<void> {
  await pc.signIn(staff.third.staffNo, staff.third.password);
  for (const row of await pc.call('outbox/list', undefined)) if (row.state === 'waiting') await pc.ask('outbox/retry', { seq: row.seq });
}
