import type { Failure } from '#contract/failures.ts';
import type { Paper } from '#domain/agreement/paper-content.ts';
import { unreachable } from '#domain/assert.ts';
import { ok, type Result } from '#domain/result.ts';
import type { MadePaper, MakeOptions, PaperRefusal } from '../../documents/paper-office.ts';
import type { SealedPaper } from '../../store/tables/paper-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';
import { madeOrRefused } from '../papers/made-paper.ts';

/** The same content drawn again as a copy (副本 第n次): what leaves the printer a second time never looks like the original. */
export async function markCopy(context: ConsoleContext, paper: SealedPaper, count: number): Promise<Result<Uint8Array, Failure>> {
  const content = JSON.parse(paper.content) as Paper;
  // Drawn again with other clauses, the copy would not be of what was signed: the sealed file is shown on screen instead.
  if (content.kind === 'agreement' && content.head.template.version !== context.reference.clauses.template.version) return refuse('wording-changed');
  const options = { createdAt: new Date(paper.madeAt), print: { count } };
  const made = madeOrRefused(await drawAgain(context, content, options));
  return made.ok ? ok(made.value.pdf) : made;
}

function drawAgain({ papers }: ConsoleContext, content: Paper, options: MakeOptions): Promise<Result<MadePaper, PaperRefusal>> {
  switch (content.kind) {
    case 'agreement': return papers.makeAgreement(content, options);
    case 'form': return papers.makeForm(content, options);
    case 'receipt': return papers.makeReceipt(content, options);
    case 'reversal': return papers.makeReversal(content, options);
    case 'comparison': return papers.makeComparison(content, options);
    case 'day-sheet': return papers.makeDaySheet(content, options);
    default: return unreachable(content);
  }
}
