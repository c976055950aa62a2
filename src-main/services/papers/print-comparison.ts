import type { Failure } from '#contract/failures.ts';
import type { PaperRow } from '#contract/papers.ts';
import { assert } from '#domain/assert.ts';
import { ok, type Result } from '#domain/result.ts';
import { inTransaction } from '../../store/db.ts';
import { findCase } from '../../store/tables/case-rows.ts';
import { findPaper, listPapers } from '../../store/tables/paper-rows.ts';
import { paperRow } from '../cases/case-view.ts';
import { mayEdit, record } from '../cases/edit-case.ts';
import { loadCase } from '../cases/load-case.ts';
import type { Actor, ConsoleContext } from '../console-context.ts';
import type { Lane } from '../lane.ts';
import { compareForCase } from '../plans/compare-case.ts';
import { refuse } from '../refuse.ts';
import { composeComparison } from './compose-comparison.ts';
import { namePaper, storeFile } from './keep-paper.ts';
import { madeOrRefused } from './made-paper.ts';

/** Makes the comparison as it stands now into a page, kept with the case; printing it is a job like every other. */
export const printComparison = (context: ConsoleContext, lane: Lane, actor: Actor, caseId: string): Promise<Result<PaperRow, Failure>> =>
  lane(async () => {
    const row = mayEdit(findCase(context.db, caseId), actor);
    if (!row.ok) return row;
    const compared = await compareForCase(context, caseId);
    if (!compared.ok) return compared;
    const loaded = loadCase(context, caseId);
    if (loaded === null) return refuse('case-not-found');
    // The line may have lost the number while plans were compared.
    if (loaded.pick === null) return refuse('number-not-chosen');
    const documentNo = `BJ-${loaded.row.caseNo}-${String(listPapers(context.db, caseId).filter(({ kind }) => kind === 'comparison').length + 1).padStart(2, '0')}`;
    const paper = composeComparison(context, loaded, actor, compared.value, documentNo);
    const at = context.now();
    const made = madeOrRefused(await context.papers.makeComparison(paper, { createdAt: new Date(at) }));
    if (!made.ok) return made;
    const file = await storeFile(context, made.value.pdf);
    const paperId = context.newId();
    inTransaction(context.db, () => {
      const { id, version } = paper.head.template;
      namePaper(context, file, {
        paperId, caseId, kind: 'comparison', documentNo, contentDigest: made.value.contentDigest, basisDigest: '', content: JSON.stringify(paper), madeAt: at, madeBy: actor.staffNo,
        templateVersion: `${id} ${version}`, byHand: false, numbers: null,
      });
      record(context, { caseId, by: actor.staffNo, at }, 'comparison-made', { paper: documentNo });
    });
    const kept = findPaper(context.db, paperId);
    assert(kept !== null, 'printComparison: the paper vanished');
    return ok(paperRow(kept, 'current'));
  });
