import { createHash } from 'node:crypto';
import type { Failure } from '#contract/failures.ts';
import type { Reply } from '#contract/contract.ts';
import type { PaperVerdict } from '#contract/papers.ts';
import { ok, type Result } from '#domain/result.ts';
import { appendView } from '../../store/tables/setting-rows.ts';
import { findPaper, latestPaper, type SealedPaper } from '../../store/tables/paper-rows.ts';
import { paperRow } from '../cases/case-view.ts';
import { loadCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import { trustedRoots } from '../hall/certificate.ts';
import { refuse } from '../refuse.ts';
import { paperStands } from './paper-basis.ts';

/** The sealed bytes for the preview; who looked is on disk first. */
export async function openPaper(context: ConsoleContext, actor: Actor, paperId: string): Promise<Result<Reply<'papers/open'>, Failure>> {
  const paper = findPaper(context.db, paperId);
  if (paper === null) return refuse('paper-not-found');
  const bytes = await bytesOf(context, paper);
  if (!bytes.ok) return bytes;
  appendView(context.db, { at: context.now(), staffNo: actor.staffNo, what: 'paper-opened', subject: paperId });
  return ok({ bytes: bytes.value, row: paperRow(paper, stateOf(context, paper)) });
}

/** Checks a stored paper fact by fact: the signature's own, and whether the file is still the one recorded. */
export async function verifyPaper(context: ConsoleContext, paperId: string): Promise<Result<PaperVerdict, Failure>> {
  const paper = findPaper(context.db, paperId);
  if (paper === null) return refuse('paper-not-found');
  const stored = await context.vault.get(paper.fileId);
  if (!stored.ok) return refuse('paper-damaged', { why: stored.error.code });
  const checked = await context.papers.verify(stored.value, { roots: trustedRoots(context), at: new Date(paper.madeAt) });
  if (!checked.ok) return refuse('paper-office-stopped');
  const { signatures, verdict } = checked.value;
  const all = (holds: (facts: (typeof signatures)[number]) => boolean): boolean => signatures.length > 0 && signatures.every(holds);
  return ok({
    digestOk: all((facts) => facts.digestOk), signatureOk: all((facts) => facts.signatureOk && facts.encodingOk), coversWholeFile: signatures.at(-1)?.coversWholeFile ?? false,
    laterChanges: verdict === 'untouched' || verdict === 'unsigned' ? [] : [verdict, ...signatures.flatMap((facts) => facts.laterChanges.map((change) => change.sort))],
    signer: signatures[0]?.signer ?? null, trusted: all((facts) => facts.chain === 'trusted' && facts.inValidity),
    sameAsRecorded: createHash('sha256').update(stored.value).digest('hex') === paper.sha256,
  });
}

/** The bytes as they were sealed, or a refusal when vault or hash say otherwise. */
export async function bytesOf(context: Pick<ConsoleContext, 'vault'>, paper: SealedPaper): Promise<Result<Uint8Array, Failure>> {
  const stored = await context.vault.get(paper.fileId);
  if (!stored.ok) return refuse('paper-damaged', { why: stored.error.code });
  return createHash('sha256').update(stored.value).digest('hex') === paper.sha256 ? stored : refuse('paper-damaged', { why: 'hash' });
}

function stateOf(context: ConsoleContext, paper: SealedPaper): 'current' | 'outdated' {
  if (paper.caseId === null || (paper.kind !== 'agreement' && paper.kind !== 'form')) return 'current';
  const loaded = loadCase(context, paper.caseId);
  const newest = latestPaper(context.db, paper.caseId, paper.kind);
  return loaded !== null && newest?.paperId === paper.paperId && paperStands(paper, loaded) ? 'current' : 'outdated';
}
