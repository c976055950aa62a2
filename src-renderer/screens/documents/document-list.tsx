import type { ReactNode } from 'react';
import type { DocumentKind, DocumentRow, DocumentsView } from '#contract/documents.ts';
import { documentName, documentsText, needReason, needWord } from '../../text/documents.ts';
import { Kbd } from '../../ui/keys/kbd.tsx';
import { StatusWord, type Tone } from '../../ui/status-word.tsx';

type Need = DocumentsView['needed'][number];

const tones: Readonly<Record<Need['status'], Tone>> = { missing: 'quiet', unjudged: 'warning', matches: 'success', illegible: 'error', differs: 'error', expired: 'error', 'awaiting-seal': 'warning' };

/** The key of a kind: 1…9 in the order shown, 0 for the last. */
export const kindKey = (index: number): string => (index < 9 ? String(index + 1) : '0');

/** What is needed, what is there, and why it does not count yet. */
export function DocumentList({ documents, kinds, current, paperSigned, onTake }: {
  readonly documents: DocumentsView;
  readonly kinds: readonly DocumentKind[];
  readonly current: DocumentKind;
  readonly paperSigned: (kind: DocumentKind) => boolean;
  readonly onTake: (kind: DocumentKind) => void;
}): ReactNode {
  const required = documents.needed.filter((need) => need.required);
  return (
    <section className="document-list" aria-label={documentsText.list}>
      <header className="pane-head"><h3>{documentsText.list}</h3><span className="pane-extra">{documentsText.progress(required.filter((need) => need.status === 'matches').length, required.length)}</span></header>
      <ul className="scroll">
        {kinds.map((kind, index) => {
          const need = documents.needed.find((one) => one.kind === kind);
          return (
            <li key={kind}>
              <button type="button" id={kind} className="document-kind" aria-current={kind === current} onClick={() => onTake(kind)}>
                <span className="document-name">{documentName[kind]}</span><Kbd keys={kindKey(index)} />
                <span className="document-why">{need ? <NeedLine need={need} pages={count(documents.rows, kind)} signed={paperSigned(kind)} />
                  : <StatusWord tone="quiet">{count(documents.rows, kind) > 0 ? documentsText.pages(count(documents.rows, kind)) : documentsText.other}</StatusWord>}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function NeedLine({ need, pages, signed }: { readonly need: Need; readonly pages: number; readonly signed: boolean }): ReactNode {
  const reason = need.status === 'missing' ? (signed ? (need.required ? '' : documentsText.optional) : documentsText.notSigned) : needReason[need.status];
  return <StatusWord tone={tones[need.status]}>{needWord[need.status]}{reason ? <span className="why-more">：{reason}</span> : null}{pages > 1 ? `，${documentsText.pages(pages)}` : ''}</StatusWord>;
}

const count = (rows: readonly DocumentRow[], kind: DocumentKind): number => rows.filter((row) => row.kind === kind).length;
