import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestPacket } from '#domain/approval/request-packet.ts';
import { partChars } from '#domain/approval/carried-parts.ts';
import { lineOfSigner, readRequest, writeRequest, writeSigner } from '../../../src-main/services/approval/carried/carried-text.ts';
import { makeSigningKey, signLine } from '../../../src-main/services/approval/carried/signing-key.ts';
import { signPaper } from '../../support/ordinary-case.ts';
import { addSecond, admin, clerk, decisionOn, otherClerk, requestedCase, second, supervisor, tokenFor, trustKey } from '../../support/special-case.ts';
import { openTestConsole, type TestConsole } from '../../support/test-console.ts';

let clerkPc: TestConsole;
let supervisorPc: TestConsole;
let sequence = 0;
const next = (): number => { sequence += 1; return sequence; };

beforeAll(async () => {
  [clerkPc, supervisorPc] = [await openTestConsole(), await openTestConsole()];
  await addSecond(supervisorPc);
  await trustKey(supervisorPc, clerkPc);
});
afterAll(() => Promise.all([clerkPc.dispose(), supervisorPc.dispose()]));

const requested = () => requestedCase(clerkPc, next());
const importing = (text: string) => clerkPc.refusal('approval/import-token', { text });

test('a supervisor decides on another PC, and the clerk signs the agreement on it', async () => {
  const view = await requested();
  const carried = await clerkPc.call('approval/export-request', { caseId: view.caseId, asFile: false });
  expect(carried.text).toMatch(/^H4R1\.[\w-]+$/);
  expect(Math.max(...carried.parts.map((part) => part.length))).toBeLessThanOrEqual(partChars);

  await supervisorPc.signIn(supervisor.staffNo);
  const shown = await supervisorPc.call('approval/import-request', { text: [...carried.parts].reverse().join('\n') });
  expect(shown).toMatchObject({ bindingHash: view.approval.bindingHash, case: null, row: { origin: 'carried', number: view.number?.digits, mayNot: null, caseNo: view.caseNo } });
  expect(shown.scans.map((scan) => [scan.kind, scan.attached])).toContainEqual(['licence', false]);
  expect(shown.lines.find((line) => line.label === 'scans')?.checkText).toBe('scans-not-attached');
  expect(shown.lines.filter((line) => line.check === 'error')).toEqual([]);

  const token = await tokenFor(clerkPc, supervisorPc, view);
  const approved = await clerkPc.call('approval/import-token', { text: token });
  expect(approved.approval).toMatchObject({ state: 'approved', decidedBy: 'WJ0008' });
  expect((await signPaper(clerkPc.call, view.caseId, 'agreement')).agreement.status).toBe('signed');
  const history = await clerkPc.call('cases/events', { caseId: view.caseId });
  expect(history.map((event) => event.kind)).toEqual(expect.arrayContaining(['approval-carried', 'approval-granted', 'approval-token-used', 'agreement-signed']));
});

test('the file brings the marked scans along; they are looked at in memory and each look is recorded', async () => {
  const view = await requested();
  await clerkPc.call('approval/export-request', { caseId: view.caseId, asFile: true });
  const file = new TextDecoder().decode(clerkPc.saved.at(-1)?.bytes);
  await supervisorPc.signIn(supervisor.staffNo);
  const shown = await supervisorPc.call('approval/import-request', { text: file });
  expect(shown.scans.every((scan) => scan.attached)).toBe(true);
  const [scan] = shown.scans;
  const picture = await supervisorPc.call('documents/view', { documentId: scan?.documentId ?? '' });
  expect([...picture.bytes.subarray(0, 2)]).toEqual([0xff, 0xd8]);
  expect(supervisorPc.look((db) => db.prepare('SELECT staff_no, what FROM view_log WHERE subject = ?').get(scan?.documentId))).toEqual({ staff_no: 'WJ0008', what: 'document-viewed' });
  // One letter of one scan changed: it is not the scan that the request names.
  const at = file.indexOf('H4S1.') + 100;
  const other = file.slice(0, at) + (file[at] === 'A' ? 'B' : 'A') + file.slice(at + 1);
  expect((await supervisorPc.call('approval/import-request', { text: other })).scans.filter((one) => !one.attached)).toHaveLength(1);
});

test('a return comes back with its reasons', async () => {
  const view = await requested();
  const returned = await clerkPc.call('approval/import-token', { text: await tokenFor(clerkPc, supervisorPc, view, supervisor, 'return') });
  expect(returned.approval).toMatchObject({ state: 'returned', returnReasons: ['licence-unclear'], decidedBy: 'WJ0008' });
});

describe('a token is refused', () => {
  test('a second time, also when the request was asked anew', async () => {
    const view = await requested();
    const token = await tokenFor(clerkPc, supervisorPc, view, supervisor, 'return');
    await clerkPc.call('approval/import-token', { text: token });
    expect(await importing(token)).toEqual({ code: 'token-used' });
    await clerkPc.call('approval/request', { caseId: view.caseId, reason: '再报' });
    expect(await importing(token)).toEqual({ code: 'token-used' });
  });

  test('for content that changed since, and for the request that was withdrawn', async () => {
    const view = await requested();
    const token = await tokenFor(clerkPc, supervisorPc, view);
    await clerkPc.call('cases/save-customer', { caseId: view.caseId, patch: { name: '北京㛃禾智联改名科技有限公司' } });
    expect(await importing(token)).toEqual({ code: 'token-for-another' });
    const other = await requested();
    const late = await tokenFor(clerkPc, supervisorPc, other);
    await clerkPc.call('approval/withdraw', { caseId: other.caseId });
    expect(await importing(late)).toEqual({ code: 'approval-already-decided' });
  });

  test('of a key nobody let in, and of one that was ended', async () => {
    const view = await requested();
    await supervisorPc.signIn(second.staffNo, second.password);
    await supervisorPc.call('approval/signer', { password: second.password });
    const token = await tokenFor(clerkPc, supervisorPc, view, second);
    expect(await importing(token)).toEqual({ code: 'token-unknown-signer', facts: { staffNo: 'WJ0009' } });
    const keyId = await trustKey(supervisorPc, clerkPc, second);
    await clerkPc.call('approval/distrust', { keyId });
    await clerkPc.signIn(clerk);
    expect(await importing(token)).toMatchObject({ code: 'token-unknown-signer' });
    await clerkPc.signIn(admin);
    expect((await clerkPc.call('approval/trusted', undefined)).map((one) => [one.staffNo, one.endedAt === null])).toEqual(expect.arrayContaining([['WJ0008', true], ['WJ0009', false]]));
    const { text } = await supervisorPc.call('approval/signer', { password: null });
    expect(await clerkPc.refusal('approval/trust', { text })).toEqual({ code: 'already-trusted' });
  });

  test('of who edited the case last, though the request did not know it yet', async () => {
    const view = await requested();
    const token = await tokenFor(clerkPc, supervisorPc, view);
    await clerkPc.signIn(supervisor.staffNo);
    await clerkPc.call('cases/take-over', { caseId: view.caseId });
    await clerkPc.call('cases/save-customer', { caseId: view.caseId, patch: { address: '北京市虚构区别处2号' } });
    expect(await importing(token)).toEqual({ code: 'last-editor' });
  });

  test('after three days', async () => {
    const view = await requested();
    const token = await tokenFor(clerkPc, supervisorPc, view);
    clerkPc.clock.advance(3 * 86_400_000 + 60_000);
    await clerkPc.signIn(clerk);
    expect(await importing(token)).toEqual({ code: 'token-expired' });
    supervisorPc.clock.advance(3 * 86_400_000 + 60_000);
  });

  test('when a letter is wrong, or when it is no token at all', async () => {
    const view = await requested();
    const token = await tokenFor(clerkPc, supervisorPc, view);
    const at = token.length - 20;
    expect(await importing(token.slice(0, at) + (token[at] === 'x' ? 'y' : 'x') + token.slice(at + 1))).toEqual({ code: 'token-forged' });
    expect(await importing(token.slice(0, -1))).toEqual({ code: 'token-unreadable' });
    expect(await importing('H4T1.nothing.atall-at-all')).toEqual({ code: 'token-unreadable' });
    expect((await clerkPc.call('cases/open', { caseId: view.caseId })).approval.state).toBe('requested');
  });
});

describe('on the supervisor\'s PC', () => {
  test('who made the case, asked or edited last signs nothing; nor does a clerk', async () => {
    const own = await requestedCase(clerkPc, next(), supervisor.staffNo);
    const { text } = await clerkPc.call('approval/export-request', { caseId: own.caseId, asFile: false });
    await supervisorPc.signIn(supervisor.staffNo);
    const signing = { request: text, decision: 'approve' as const, reasons: [], note: '', password: supervisor.password, asFile: false };
    expect((await supervisorPc.call('approval/import-request', { text })).row.mayNot).toBe('own-case');
    expect(await supervisorPc.refusal('approval/sign-token', signing)).toEqual({ code: 'own-case' });
    await supervisorPc.signIn(otherClerk);
    expect(await supervisorPc.refusal('approval/sign-token', signing)).toEqual({ code: 'not-allowed' });
  });

  test('a wrong password signs nothing, a request is decided one way, and a lost code is shown again', async () => {
    const view = await requested();
    const { text } = await clerkPc.call('approval/export-request', { caseId: view.caseId, asFile: false });
    await supervisorPc.signIn(supervisor.staffNo);
    const signing = { request: text, decision: 'approve' as const, reasons: [], note: '', password: supervisor.password, asFile: false };
    expect(await supervisorPc.refusal('approval/sign-token', { ...signing, password: 'wrong' })).toMatchObject({ code: 'wrong-sign-in' });
    const first = await supervisorPc.call('approval/sign-token', signing);
    expect((await supervisorPc.call('approval/sign-token', { ...signing, asFile: true })).text).toBe(first.text);
    expect(await supervisorPc.refusal('approval/sign-token', { ...signing, decision: 'return', reasons: ['licence-unclear'] })).toEqual({ code: 'token-signed-before' });
  });

  test('other reasons, another note or another supervisor get no code that says something else; the same words get the same code', async () => {
    const view = await requested();
    const { text } = await clerkPc.call('approval/export-request', { caseId: view.caseId, asFile: false });
    await supervisorPc.signIn(supervisor.staffNo);
    const signing = { request: text, decision: 'return' as const, reasons: ['licence-unclear' as const, 'plan-too-small' as const], note: '章不清', password: supervisor.password, asFile: false };
    const first = await supervisorPc.call('approval/sign-token', signing);
    expect((await supervisorPc.call('approval/sign-token', { ...signing, reasons: ['plan-too-small', 'licence-unclear'], note: ' 章不清 ' })).text).toBe(first.text);
    for (const other of [{ reasons: ['identity-unclear' as const] }, { note: '低消不够' }]) expect(await supervisorPc.refusal('approval/sign-token', { ...signing, ...other })).toEqual({ code: 'token-signed-before' });
    await supervisorPc.signIn(second.staffNo, second.password);
    expect(await supervisorPc.refusal('approval/sign-token', { ...signing, password: second.password })).toEqual({ code: 'token-signed-before' });
    expect((await clerkPc.call('approval/import-token', { text: first.text })).approval).toMatchObject({ state: 'returned', decidedBy: 'WJ0008', returnReasons: ['licence-unclear', 'plan-too-small'], note: '章不清' });
  });

  test('a new password needs a new key', async () => {
    const view = await requested();
    const { text } = await clerkPc.call('approval/export-request', { caseId: view.caseId, asFile: false });
    await supervisorPc.signIn(second.staffNo, second.password);
    await supervisorPc.call('staff/change-password', { staffNo: second.staffNo, password: '又一个密码-2027' });
    const signing = { request: text, decision: 'approve' as const, reasons: [], note: '', password: '又一个密码-2027', asFile: false };
    expect(await supervisorPc.refusal('approval/sign-token', signing)).toEqual({ code: 'no-signing-key' });
    const before = await supervisorPc.call('approval/signer', { password: null });
    const after = await supervisorPc.call('approval/signer', { password: '又一个密码-2027' });
    expect(after.keyId).not.toBe(before.keyId);
    expect((await supervisorPc.call('approval/sign-token', signing)).text).toMatch(/^H4T1\./);
  });
});

test('a request or a key of another hall is not for this one; a key whose words were changed is not let in', async () => {
  const view = await requested();
  const packet = readRequest((await clerkPc.call('approval/export-request', { caseId: view.caseId, asFile: false })).text)?.packet as RequestPacket;
  const elsewhere = writeRequest({ ...packet, hallCode: 'XD' });
  await supervisorPc.signIn(supervisor.staffNo);
  expect(await supervisorPc.refusal('approval/import-request', { text: elsewhere })).toEqual({ code: 'other-hall' });
  expect(await supervisorPc.refusal('approval/sign-token', { request: elsewhere, decision: 'approve', reasons: [], note: '', password: supervisor.password, asFile: false })).toEqual({ code: 'other-hall' });
  // The digest no longer belongs to the words: nobody is shown a number that is not the one decided on.
  const swapped = writeRequest({ ...packet, binding: packet.binding.replace(view.number?.digits ?? '', '4006001688') });
  expect(await supervisorPc.refusal('approval/import-request', { text: swapped })).toEqual({ code: 'token-unreadable' });

  const key = await makeSigningKey('WJ0008', 'x', 4);
  const signer = { keyId: key.keyId, staffNo: 'WJ0008', name: '周立群', hallCode: 'WJ', publicKey: key.publicKey, madeAt: clerkPc.clock.now() };
  const textOf = (words: typeof signer, signed = words): string => writeSigner({ line: lineOfSigner(words), signature: signLine(lineOfSigner(signed), key.privateKey) });
  await clerkPc.signIn(admin);
  expect(await clerkPc.refusal('approval/trust', { text: textOf({ ...signer, hallCode: 'XD' }) })).toEqual({ code: 'other-hall' });
  expect(await clerkPc.refusal('approval/trust', { text: textOf({ ...signer, staffNo: 'WJ0009' }, signer) })).toEqual({ code: 'signer-forged' });
  expect(await clerkPc.refusal('approval/trust', { text: textOf({ ...signer, keyId: '0123456789abcdef' }) })).toEqual({ code: 'signer-forged' });
  expect(await clerkPc.refusal('approval/trust', { text: 'H4K1.nothing.atall-at-all' })).toEqual({ code: 'signer-unreadable' });
  expect(await clerkPc.refusal('approval/trust', { text: textOf({ ...signer, staffNo: clerk }) })).toEqual({ code: 'not-supervisor' });
});

test('the private half never lies on the disk in the clear', async () => {
  const sealed = supervisorPc.look((db) => db.prepare('SELECT sealed FROM signing_keys').pluck().all()) as string[];
  expect(sealed.length).toBeGreaterThan(1);
  // PKCS#8 of Ed25519 begins with these bytes.
  for (const one of sealed) expect(Buffer.from(one.split('$').at(-1) ?? '', 'base64').toString('hex')).not.toContain('302e020100300506032b6570');
});

test('a decision here answers the same request that a token then finds decided', async () => {
  const view = await requested();
  const token = await tokenFor(clerkPc, supervisorPc, view);
  await clerkPc.call('approval/decide', decisionOn(view, supervisor));
  expect(await importing(token)).toEqual({ code: 'approval-already-decided' });
});
