import type { CaseView } from '#contract/cases.ts';
import { trainingPassword } from '../../src-main/services/hall/set-up.ts';
import { caseBefore, type CasePlan, ordinaryPlan } from './ordinary-case.ts';
import type { TestConsole } from './test-console.ts';

/** Staff of the training hall, and a second supervisor whom a test adds. */
export const clerk = 'WJ0127';
export const otherClerk = 'WJ0131';
export const admin = 'WJ0001';
export const supervisor = { staffNo: 'WJ0008', password: trainingPassword };
export const second = { staffNo: 'WJ0009', password: '第二位班长-2026', name: '罗班长' };

/** Adds the second supervisor to a PC. */
export async function addSecond(desk: TestConsole): Promise<void> {
  await desk.signIn(admin);
  await desk.call('staff/add', { ...second, role: 'supervisor' });
}

/** One of a hundred numbers that are special by a run of four alone. */
export const specialDigits = (sequence: number): string => `4006${Math.floor(sequence / 5) % 5}${sequence % 5}${['8888', '6666', '9999', '7777'][Math.floor(sequence / 25) % 4]}`;

/** A special number picked at this PC; each sequence another number and another company. */
export const specialPlan = (sequence: number): CasePlan =>
  ({ ...ordinaryPlan(sequence), planId: 'hall-standard', offlinePick: [specialDigits(sequence)] });

/** A special number with everything a decision needs, asked for by the clerk. */
export async function requestedCase(desk: TestConsole, sequence: number, who = clerk): Promise<CaseView> {
  await desk.signIn(who);
  const { caseId } = await caseBefore(desk.call, 'sign agreement', specialPlan(sequence));
  return desk.call('approval/request', { caseId, reason: '客户自用多年的尾号' });
}

export type Decider = { readonly staffNo: string; readonly password: string };

/** A decision as the desk sends it. */
export const decisionOn = (view: CaseView, beside: Decider | null = null, decision: 'approve' | 'return' = 'approve') => ({
  approvalId: view.approval.approvalId ?? '', decision, reasons: decision === 'return' ? (['licence-unclear'] as const) : [], note: '', bindingHash: view.approval.bindingHash ?? '',
  supervisor: beside === null ? null : { staffNo: beside.staffNo, password: beside.password },
});

/** Makes the supervisor's key on their PC and lets it in at the clerk's. */
export async function trustKey(from: TestConsole, to: TestConsole, who: Decider = supervisor): Promise<string> {
  await from.signIn(who.staffNo, who.password);
  const signer = await from.call('approval/signer', { password: who.password });
  await to.signIn(admin);
  await to.call('approval/trust', { text: signer.text });
  return signer.keyId;
}

/** The token of a decision made at the supervisor's PC on the request that waits at the clerk's. */
export async function tokenFor(clerkPc: TestConsole, supervisorPc: TestConsole, view: CaseView, who: Decider = supervisor, decision: 'approve' | 'return' = 'approve'): Promise<string> {
  const { text } = await clerkPc.call('approval/export-request', { caseId: view.caseId, asFile: false });
  await supervisorPc.signIn(who.staffNo, who.password);
  const { reasons, note } = decisionOn(view, null, decision);
  return (await supervisorPc.call('approval/sign-token', { request: text, decision, reasons: [...reasons], note, password: who.password, asFile: false })).text;
}
