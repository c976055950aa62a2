import { useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { DocumentKind, DocumentRow } from '#contract/documents.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { documentsText, type Verdict } from '../../text/documents.ts';

export type Advice = readonly ('small' | 'blurred' | 'dark' | 'glare')[];

/** What is on the desk: the kind in hand, the page looked at (null: the camera), and what can be done. */
export type DocumentDesk = {
  readonly kinds: readonly DocumentKind[];
  readonly kind: DocumentKind;
  /** Pages of the kind in hand, oldest first. */
  readonly pages: readonly DocumentRow[];
  readonly page: DocumentRow | null;
  /** The next kind that can be scanned or judged now; what waits for a signature or the customer's seal is none. */
  readonly nextOpen: DocumentKind | null;
  readonly advice: Advice;
  readonly busy: boolean;
  readonly notice: string | null;
  readonly take: (kind: DocumentKind) => void;
  readonly look: (documentId: string | null) => void;
  readonly turn: (step: number) => void;
  readonly add: (pictures: readonly Uint8Array[], source: DocumentRow['source']) => Promise<void>;
  readonly addFiles: (files: readonly File[]) => Promise<void>;
  /** The note beside the verdict; the stored one until something is typed. */
  readonly note: string;
  readonly write: (note: string) => void;
  readonly judge: (verdict: Verdict) => Promise<void>;
  readonly remove: (reason: string) => Promise<void>;
  readonly exportCopy: () => Promise<void>;
};

const largestFile = 30_000_000;

export function useDocumentDesk(view: CaseView): DocumentDesk {
  const { act } = useOpenCase();
  const kinds: readonly DocumentKind[] = [...view.documents.needed.map((need) => need.kind), 'other'];
  const [kind, setKind] = useState<DocumentKind>(() => wantedKind(view, kinds) ?? nextKind(view, null) ?? kinds[0] ?? 'other');
  const [pageId, setPageId] = useState<string | null>(null);
  const [advice, setAdvice] = useState<ReadonlyMap<string, Advice>>(new Map());
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const [typed, setTyped] = useState<{ readonly of: string | null; readonly note: string }>({ of: null, note: '' });
  const pages = pagesOf(view, kind);
  const page = pages.find((row) => row.documentId === pageId) ?? null;
  const note = page === null ? '' : typed.of === page.documentId ? typed.note : page.note;

  const stand = (nextOne: DocumentKind | null, from: CaseView): void => {
    if (nextOne === null) { setPageId(null); return; }
    setKind(nextOne);
    const rows = pagesOf(from, nextOne);
    setPageId((rows.find((row) => row.verdict === 'unjudged') ?? rows[0])?.documentId ?? null);
  };
  const during = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await work().finally(() => setBusy(false));
  };
  const put = async (pictures: readonly Uint8Array[], source: DocumentRow['source']): Promise<void> => {
    let first: string | null = null;
    for (const bytes of pictures) {
      const answer = await act('documents/add', { caseId: view.caseId, kind, bytes: new Uint8Array(bytes), source });
      if (!answer.ok) break;
      const { documentId, advice: about } = answer.value;
      setAdvice((old) => new Map(old).set(documentId, about));
      first ??= documentId;
    }
    if (first !== null) setPageId(first);
  };
  return {
    kinds, kind, pages, page, nextOpen: nextKind(view, kind), busy, notice, note, advice: page ? advice.get(page.documentId) ?? [] : [],
    take: (next) => { setNotice(null); stand(next, view); },
    look: (documentId) => { setNotice(null); setPageId(documentId); },
    turn: (step) => setPageId(pages[Math.max(0, Math.min(pages.length - 1, pages.findIndex((row) => row.documentId === pageId) + step))]?.documentId ?? null),
    add: (pictures, source) => during(() => put(pictures, source)),
    addFiles: (files) => during(async () => {
      const fit = files.filter((file) => file.size <= largestFile);
      const tooLarge = files.find((file) => file.size > largestFile);
      setNotice(tooLarge ? documentsText.tooLarge(tooLarge.name) : null);
      await put(await Promise.all(fit.map(async (file) => new Uint8Array(await file.arrayBuffer()))), 'file');
    }),
    write: (text) => setTyped({ of: page?.documentId ?? null, note: text }),
    judge: (verdict) => during(async () => {
      if (!page) return;
      const answer = await act('documents/judge', { documentId: page.documentId, verdict, note });
      if (!answer.ok || verdict !== 'matches') return;
      const rest = pagesOf(answer.value, kind).find((row) => row.verdict === 'unjudged');
      if (rest) setPageId(rest.documentId);
      else stand(nextKind(answer.value, kind), answer.value);
    }),
    remove: (reason) => during(async () => {
      if (page && (await act('documents/remove', { documentId: page.documentId, reason })).ok) setPageId(null);
    }),
    exportCopy: () => during(async () => {
      if (!page) return;
      const answer = await act('documents/export', { documentId: page.documentId });
      if (answer.ok) setNotice(documentsText.exported(answer.value.fileName));
    }),
  };
}

const pagesOf = (view: CaseView, kind: DocumentKind): readonly DocumentRow[] => view.documents.rows.filter((row) => row.kind === kind);

/** A jump from a returned approval names the kind as the field. */
const wantedKind = (view: CaseView, kinds: readonly DocumentKind[]): DocumentKind | null =>
  (view.place.task === 'documents' ? kinds.find((kind) => kind === view.place.field) : undefined) ?? null;

/** The next kind, in the order of the list, that needs a hand and can have it. */
function nextKind(view: CaseView, after: DocumentKind | null): DocumentKind | null {
  const { needed } = view.documents;
  const from = needed.findIndex((need) => need.kind === after);
  const open = needed.filter((need) => need.kind !== after && need.status !== 'matches' && need.status !== 'awaiting-seal' && (need.required || need.status !== 'missing') && canBeScanned(view, need.kind));
  return (open.find((need) => needed.indexOf(need) > from) ?? open[0])?.kind ?? null;
}

/** A copy with the company's seal comes after the signature. */
export const canBeScanned = (view: CaseView, kind: DocumentKind): boolean =>
  (kind !== 'sealed-agreement' || view.agreement.status === 'signed') && (kind !== 'sealed-form' || view.formPaper.status === 'signed');
