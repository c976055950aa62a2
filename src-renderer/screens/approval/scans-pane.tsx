import type { ReactNode } from 'react';
import type { ApprovalDetail, ApprovalScan, SimilarDecision } from '#contract/approval.ts';
import type { DocumentKind } from '#contract/documents.ts';
import { documentsForDecision } from '#domain/approval/may-decide.ts';
import { useScan } from '../../stores/use-scan.ts';
import { approvalText } from '../../text/approval.ts';
import { documentName, verdictWord } from '../../text/documents.ts';
import { shortMoment } from '../../text/formats.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { Picture } from '../../ui/picture.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

/** What must be looked at before a decision and is not in, in words; empty when nothing is missing. */
export function missingScans(detail: ApprovalDetail): string {
  const seen = documentsForDecision(new Set(detail.scans.map((scan) => scan.kind)));
  return seen.ok ? '' : seen.error.missing.map((kind) => documentName[kind as DocumentKind]).join('、');
}

/** The scans as small pictures, and who had a hand in the case. Space or a click looks at one large, which is recorded. */
export function ScansPane({ detail, similar, onZoom }: { readonly detail: ApprovalDetail; readonly similar: readonly SimilarDecision[]; readonly onZoom: (index: number) => void }): ReactNode {
  const rows = detail.scans.filter((scan) => scan.attached);
  const missing = missingScans(detail);
  return (
    <aside className="scans-pane scroll" aria-label={approvalText.scans}>
      {missing ? <StatusWord boxed tone="warning">{approvalText.scansMissing(missing)}</StatusWord> : null}
      {rows.length === 0 ? <p className="hint">{approvalText.noScans}</p> : (
        <ul className="scan-grid" data-columns={rows.length <= 4 ? 2 : rows.length <= 6 ? 3 : 4}>
          {rows.map((row, index) => <ScanThumb key={row.documentId} row={row} onZoom={() => onZoom(index)} />)}
        </ul>
      )}
      <p className="hint">{approvalText.scansHint}</p>
      <Precedents similar={similar} />
      <section className="scans-past" aria-label={approvalText.past}>
        <dl className="figures">
          <dt>{approvalText.createdBy}</dt><dd>{detail.createdBy}</dd><dt>{approvalText.lastEditedBy}</dt><dd>{detail.lastEditedBy}</dd><dt>{approvalText.askedBy}</dt><dd>{detail.row.requestedByName} {detail.row.requestedBy}</dd>
        </dl>
      </section>
    </aside>
  );
}

/** As many as stand beside the scans without scrolling. */
const shownPrecedents = 3;

/** What was decided about numbers like this one. */
function Precedents({ similar }: { readonly similar: readonly SimilarDecision[] }): ReactNode {
  return (
    <section className="scans-similar">
      <h3>{approvalText.similar}</h3>
      {similar.length === 0 ? <p className="hint">{approvalText.noSimilar}</p> : (
        <ul>
          {similar.slice(0, shownPrecedents).map((one) => (
            <li key={one.approvalId} title={one.reason}>
              <NumberText digits={one.number} /><span className="ellipsis">{one.company}</span>
              <StatusWord tone={one.outcome === 'approved' ? 'success' : 'error'} icon={null}>{approvalText.outcome[one.outcome]}</StatusWord><span className="hint">{approvalText.similarLine(one.decidedBy, shortMoment(one.decidedAt))}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ScanThumb({ row, onZoom }: { readonly row: ApprovalScan; readonly onZoom: () => void }): ReactNode {
  const { picture } = useScan('documents/thumbnail', row.documentId);
  const tone = row.verdict === 'matches' ? 'success' : row.verdict === 'unjudged' ? 'quiet' : 'error';
  return (
    <li>
      <button type="button" className="scan-thumb" title={documentName[row.kind]} onClick={onZoom}>
        {picture ? <Picture bytes={picture.bytes} mime={picture.mime} alt="" /> : <span className="scan-gap" aria-hidden />}
        <span className="scan-name ellipsis">{documentName[row.kind]}</span><StatusWord tone={tone}>{verdictWord[row.verdict]}</StatusWord>
      </button>
    </li>
  );
}
