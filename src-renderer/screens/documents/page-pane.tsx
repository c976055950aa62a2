import { DeleteOutlined, DownloadOutlined, VideoCameraOutlined } from '@ant-design/icons';
import { Spin } from 'antd';
import type { ReactNode } from 'react';
import type { DocumentRow } from '#contract/documents.ts';
import { useScan } from '../../stores/use-scan.ts';
import { adviceWord, documentName, documentsText, verdictWord } from '../../text/documents.ts';
import { failureText } from '../../text/failures.ts';
import { shortMoment } from '../../text/formats.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Picture } from '../../ui/picture.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import type { DocumentDesk } from './document-desk.ts';

/** One page large, with its watermark; looking at it is recorded, and the foot says so. */
export function PagePane({ desk, page, editable, onRemove }: { readonly desk: DocumentDesk; readonly page: DocumentRow; readonly editable: boolean; readonly onRemove: () => void }): ReactNode {
  const { picture, failure } = useScan('documents/view', page.documentId);
  const at = desk.pages.findIndex((row) => row.documentId === page.documentId) + 1;
  return (
    <section className="page-pane" aria-label={documentName[page.kind]}>
      <header className="camera-head">
        <strong>{documentName[page.kind]}</strong><span className="camera-device">{documentsText.page(at, desk.pages.length)}，{shortMoment(page.addedAt)}</span>
        <span className="camera-right">
          <QuietButton small label={documentsText.camera} icon={<VideoCameraOutlined aria-hidden />} keys="Esc" onClick={() => desk.look(null)} />
        </span>
      </header>
      <div className="page-well">
        {failure ? <EmptyState {...failureText(failure)} /> : picture ? <Picture bytes={picture.bytes} mime={picture.mime} alt={`${documentName[page.kind]}，${verdictWord[page.verdict]}`} /> : <Spin aria-label={documentsText.loadingPage} />}
      </div>
      <footer className="page-foot">
        <span className="page-note">
          {desk.advice.map((one) => <StatusWord key={one} tone="warning">{adviceWord[one]}</StatusWord>)}
          {desk.notice ? <StatusWord tone="info">{desk.notice}</StatusWord> : null}
          <span>{documentsText.recorded}</span>
        </span>
        <QuietButton small label={documentsText.exportCopy} icon={<DownloadOutlined aria-hidden />} keys="E" onClick={() => void desk.exportCopy()} />
        {editable ? <QuietButton small danger label={documentsText.remove} icon={<DeleteOutlined aria-hidden />} keys="Del" onClick={onRemove} /> : null}
      </footer>
    </section>
  );
}
