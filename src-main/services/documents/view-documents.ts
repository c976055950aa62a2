import type { DocumentKind, DocumentRow, DocumentsView } from '#contract/documents.ts';
import type { ScanRow } from '../../store/tables/document-rows.ts';
import type { CaseRow } from '../../store/tables/case-rows.ts';
import type { SealedPaper } from '../../store/tables/paper-rows.ts';

type Papers = { readonly agreement: SealedPaper | null; readonly form: SealedPaper | null; readonly sealedScanRequired: boolean };
type Need = DocumentsView['needed'][number];

/** The checklist (domain.md 2.2): licence and handler's card always, a letter for a handler who is not the legal person, proofs of phones. */
export function viewDocuments(row: CaseRow, scans: readonly ScanRow[], papers: Papers): DocumentsView {
  const { customer, form } = row;
  const handlerIsLegal = customer.handlerRelation === 'legal-person';
  const plain = (kind: DocumentKind, required: boolean): Need => ({ kind, required, status: statusOf(scans.filter((scan) => scan.kind === kind)) });
  const needed: readonly Need[] = [
    plain('licence', true),
    plain('handler-id-front', true),
    plain('handler-id-back', true),
    ...(handlerIsLegal ? [] : [plain('legal-id-front', false), plain('legal-id-back', false), plain('authorisation', true)]),
    plain('destination-proof', form.destinations.some((destination) => destination.proof !== 'none')),
    sealed('sealed-agreement', papers.agreement, papers.sealedScanRequired, scans),
    sealed('sealed-form', papers.form, papers.sealedScanRequired, scans),
  ];
  return { needed, rows: scans.map(rowOf) };
}

/** The worst verdict of the pages of a kind decides; a page not judged yet is no page that matches. */
function statusOf(scans: readonly ScanRow[]): Need['status'] {
  if (scans.length === 0) return 'missing';
  for (const verdict of ['illegible', 'differs', 'expired', 'unjudged'] as const) if (scans.some((scan) => scan.verdict === verdict)) return verdict;
  return 'matches';
}

/** A copy with the company's seal counts only for the paper signed last: scanned after it was made. */
function sealed(kind: DocumentKind, paper: SealedPaper | null, required: boolean, scans: readonly ScanRow[]): Need {
  const fresh = scans.filter((scan) => scan.kind === kind && (paper === null || scan.addedAt >= paper.madeAt));
  const status = statusOf(fresh);
  return { kind, required, status: status === 'missing' && paper !== null ? 'awaiting-seal' : status };
}

const rowOf = (scan: ScanRow): DocumentRow => ({
  documentId: scan.documentId, kind: scan.kind as DocumentKind, width: scan.width, height: scan.height, addedAt: scan.addedAt, addedBy: scan.addedBy, source: scan.source,
  sha256: scan.sha256, verdict: scan.verdict, note: scan.note,
});
