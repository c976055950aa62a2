import type { ReactNode } from 'react';
import type { DocumentRow } from '#contract/documents.ts';
import { useScan } from '../../stores/use-scan.ts';
import { documentsText, verdictWord } from '../../text/documents.ts';
import { Picture } from '../../ui/picture.tsx';

/** The pages of the kind in hand as small pictures; a click looks at one large. */
export function PageStrip({ pages, current, onLook }: { readonly pages: readonly DocumentRow[]; readonly current: string | null; readonly onLook: (documentId: string) => void }): ReactNode {
  if (pages.length === 0) return <p className="page-strip hint">{documentsText.empty.title}。{documentsText.empty.next}</p>;
  return (
    <ul className="page-strip">
      {pages.map((page, index) => (
        <li key={page.documentId}>
          <button type="button" className="page-thumb" aria-current={page.documentId === current} title={documentsText.page(index + 1, pages.length)} onClick={() => onLook(page.documentId)}>
            <Thumb documentId={page.documentId} alt={documentsText.page(index + 1, pages.length)} /><span>{verdictWord[page.verdict]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Thumb({ documentId, alt }: { readonly documentId: string; readonly alt: string }): ReactNode {
  const { picture } = useScan('documents/thumbnail', documentId);
  return picture ? <Picture bytes={picture.bytes} mime={picture.mime} alt={alt} /> : <span className="thumb-gap" aria-hidden />;
}
