import { randomUUID } from 'node:crypto';
import type { CaseView } from '#contract/cases.ts';
import { expiryOf, tokenLine, type TokenClaims } from '#domain/approval/approval-token.ts';
import { lineOfSigner, readToken, writeSigner, writeToken } from '../../../src-main/services/approval/carried/carried-text.ts';
import { makeSigningKey, signLine } from '../../../src-main/services/approval/carried/signing-key.ts';
import { askedCase, type HallOfTwo, openHall, staff } from './hall.ts';

export type ForgeFigures = {
  readonly forged: number; readonly takenIn: number; readonly byKind: Readonly<Record<string, number>>; readonly byRefusal: Readonly<Record<string, number>>; readonly violations: readonly string[];
};

type Key = Awaited<ReturnType<typeof makeSigningKey>>;

/** All a forger may have: good tokens of other moments, a key of their own, and even a trusted key whose owner was deceived. */
type Bench = {
  readonly good: string; readonly claims: TokenClaims; readonly used: string; readonly ofOther: TokenClaims; readonly trusted: Key; readonly ended: Key; readonly stranger: Key; readonly view: CaseView; readonly now: string;
};

const signedBy = (claims: TokenClaims, key: Key): string => {
  const line = tokenLine(claims);
  return writeToken({ line, signature: signLine(line, key.privateKey) });
};

type Forge = (bench: Bench, random: () => number) => string;
const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** One claim changed to something it is not. */
function swapped(claims: TokenClaims, random: () => number): TokenClaims {
  const changes: readonly Partial<TokenClaims>[] = [
    { tokenId: randomUUID() }, { requestId: randomUUID() }, { caseNo: 'WJ03-20261124-9999' }, { hallCode: 'XD' }, { bindingHash: claims.bindingHash.replace(/^./, (first) => (first === '0' ? '1' : '0')) },
    { decision: 'return', reasons: ['other'], note: '不行' }, { note: '加急' }, { decidedBy: 'WJ0009' }, { decidedByName: '罗班长' }, { onBehalfOf: 'WJ0009' }, { expiresAt: expiryOf(claims.expiresAt) }, { issuedAt: new Date(Date.parse(claims.issuedAt) - 1000).toISOString() },
  ];
  return { ...claims, ...pick(random, changes) };
}

/** Claims that a deceived supervisor might sign with a trusted key: none of them is for this request as it stands, in time and by other hands. */
function deceived(bench: Bench, random: () => number): TokenClaims {
  const { claims, view, trusted } = bench;
  const own = { ...claims, tokenId: randomUUID(), keyId: trusted.keyId, decidedBy: staff.second.staffNo };
  const later = (ms: number): string => new Date(Date.parse(bench.now) + ms).toISOString();
  const day = 86_400_000;
  const changes: readonly Partial<TokenClaims>[] = [
    { requestId: randomUUID() }, { caseNo: 'WJ03-20261124-9999' }, { hallCode: 'XD' }, { bindingHash: 'f'.repeat(64) }, { decidedBy: staff.first.staffNo }, { decidedBy: view.createdBy }, { onBehalfOf: view.createdBy },
    { issuedAt: later(-4 * day), expiresAt: later(-day) }, { issuedAt: later(day), expiresAt: later(2 * day) }, { expiresAt: later(30 * day) }, { expiresAt: later(-1000) },
    { requestId: bench.ofOther.requestId }, { bindingHash: bench.ofOther.bindingHash }, { requestId: bench.ofOther.requestId, caseNo: bench.ofOther.caseNo, bindingHash: claims.bindingHash },
  ];
  return { ...own, ...pick(random, changes) };
}

const forges: Readonly<Record<string, Forge>> = {
  'bit flipped': ({ good }, random) => {
    const at = Math.floor(random() * good.length);
    const other = String.fromCharCode(good.charCodeAt(at) ^ (1 << Math.floor(random() * 7)));
    return good.slice(0, at) + other + good.slice(at + 1);
  },
  'letter changed': ({ good }, random) => {
    const at = 5 + Math.floor(random() * (good.length - 5));
    return good.slice(0, at) + pick(random, [...letters].filter((letter) => letter !== good[at])) + good.slice(at + 1);
  },
  'cut short': ({ good }, random) => good.slice(0, 20 + Math.floor(random() * (good.length - 21))),
  'lengthened': ({ good }, random) => good + Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(random, [...letters])).join(''),
  'claim swapped under the old signature': ({ good, claims }, random) => writeToken({ line: tokenLine(swapped(claims, random)), signature: readToken(good)?.signature ?? new Uint8Array(64) }),
  'words moved about': ({ good, claims }, random) => {
    const line = tokenLine(claims);
    const other = pick(random, [` ${line}`, `${line} `, line.replace(',', ', '), line.replace('"approve"', '"\\u0061pprove"'), JSON.stringify([...JSON.parse(line) as unknown[], 1]), JSON.stringify((JSON.parse(line) as unknown[]).reverse())]);
    return writeToken({ line: other, signature: readToken(good)?.signature ?? new Uint8Array(64) });
  },
  'signed by a stranger as the supervisor': ({ claims, stranger }) => signedBy({ ...claims, tokenId: randomUUID() }, stranger),
  'signed by a stranger under their own key': ({ claims, stranger }) => signedBy({ ...claims, tokenId: randomUUID(), keyId: stranger.keyId }, stranger),
  'signed by an ended key': ({ claims, ended }) => signedBy({ ...claims, tokenId: randomUUID(), keyId: ended.keyId, decidedBy: staff.third.staffNo }, ended),
  'a trusted key in another\'s name': ({ claims, trusted }) => signedBy({ ...claims, tokenId: randomUUID(), keyId: trusted.keyId }, trusted),
  'signed by a deceived supervisor': (bench, random) => signedBy(deceived(bench, random), bench.trusted),
  'played again': ({ used }) => used,
  'another case\'s signature': ({ claims, used }) => writeToken({ line: tokenLine(claims), signature: readToken(used)?.signature ?? new Uint8Array(64) }),
};

/** Brings forged tokens to the clerk's PC, while a good one waits; last the good one, which is taken in once. */
export async function forgeTokens({ random, count }: { readonly random: () => number; readonly count: number }): Promise<ForgeFigures> {
  const hall = await openHall(false);
  const figures = { forged: 0, takenIn: 0, byKind: {} as Record<string, number>, byRefusal: {} as Record<string, number>, violations: [] as string[] };
  try {
    const bench = await setBench(hall);
    const { clerkPc } = hall;
    const kinds = Object.keys(forges);
    for (let index = 0; index < count; index += 1) {
      if (index % 500 === 0) await clerkPc.signIn(staff.clerk.staffNo);
      const kind = kinds[index % kinds.length] as string;
      const text = (forges[kind] as Forge)(bench, random);
      if (text.trim() === bench.good) continue;
      const answer = await clerkPc.ask('approval/import-token', { text });
      figures.forged += 1;
      figures.byKind[kind] = (figures.byKind[kind] ?? 0) + 1;
      const code = answer.ok ? 'taken-in' : answer.error.code;
      figures.byRefusal[code] = (figures.byRefusal[code] ?? 0) + 1;
      if (!answer.ok) continue;
      figures.takenIn += 1;
      figures.violations.push(`${kind}: taken in: ${text.slice(0, 60)}`);
      break;
    }
    if (figures.takenIn === 0) await takeGoodOne(hall, bench, figures.violations);
  } finally {
    await hall.dispose();
  }
  return figures;
}

async function takeGoodOne({ clerkPc }: HallOfTwo, { good, view }: Bench, violations: string[]): Promise<void> {
  await clerkPc.signIn(staff.clerk.staffNo);
  if ((await clerkPc.call('cases/open', { caseId: view.caseId })).approval.state !== 'requested') violations.push('the request no longer waits');
  const taken = await clerkPc.ask('approval/import-token', { text: good });
  if (!taken.ok) violations.push(`the good token was refused: ${taken.error.code}`);
  const again = await clerkPc.ask('approval/import-token', { text: good });
  if (again.ok || again.error.code !== 'token-used') violations.push('the good token was taken in twice');
}

/** A request that waits with a good token for it, a used token, a token for a case that changed, and keys: trusted, ended and strange. */
async function setBench(hall: HallOfTwo): Promise<Bench> {
  const { clerkPc } = hall;
  const usedCase = await askedCase(hall, 'stranger');
  const used = await goodToken(hall, usedCase.view);
  await clerkPc.call('approval/import-token', { text: used });
  const changed = await askedCase(hall, 'stranger');
  const ofOther = readToken(await goodToken(hall, changed.view))?.claims;
  await clerkPc.call('cases/save-customer', { caseId: changed.view.caseId, patch: { name: '北京㛃禾智联改名科技有限公司' } });
  const trusted = await letIn(hall, staff.second.staffNo, '罗班长');
  const ended = await letIn(hall, staff.third.staffNo, '许班长');
  await clerkPc.call('approval/distrust', { keyId: ended.keyId });
  const { view } = await askedCase(hall, 'stranger');
  const good = await goodToken(hall, view);
  const claims = readToken(good)?.claims;
  if (claims === undefined || ofOther === undefined) throw new Error('setBench: a good token does not read');
  return { good, claims, used, ofOther, trusted, ended, view, stranger: await makeSigningKey('WJ0099', 'x', 4), now: clerkPc.clock.now() };
}

async function goodToken({ clerkPc, deskPc }: HallOfTwo, view: CaseView): Promise<string> {
  const { text } = await clerkPc.call('approval/export-request', { caseId: view.caseId, asFile: false });
  await deskPc.signIn(staff.first.staffNo);
  return (await deskPc.call('approval/sign-token', { request: text, decision: 'approve', reasons: [], note: '', password: staff.first.password, asFile: false })).text;
}

/** Lets a key in whose private half the forger holds: the worst case, a supervisor who signs whatever is shown. */
async function letIn({ clerkPc }: HallOfTwo, staffNo: string, name: string): Promise<Key> {
  const key = await makeSigningKey(staffNo, 'x', 4);
  const line = lineOfSigner({ keyId: key.keyId, staffNo, name, hallCode: 'WJ', publicKey: key.publicKey, madeAt: clerkPc.clock.now() });
  await clerkPc.signIn(staff.admin.staffNo);
  await clerkPc.call('approval/trust', { text: writeSigner({ line, signature: signLine(line, key.privateKey) }) });
  return key;
}
