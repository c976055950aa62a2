import { CameraOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { type ChangeEvent, type DragEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { shoot } from '../../capture/camera.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { documentName, documentsText, verdicts } from '../../text/documents.ts';
import { TaskFoot } from '../../ui/form/task-foot.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { CameraPane, type CameraState } from './camera-pane.tsx';
import { ComparePane } from './compare-pane.tsx';
import { canBeScanned, type DocumentDesk, useDocumentDesk } from './document-desk.ts';
import { DocumentList, kindKey } from './document-list.tsx';
import { PagePane } from './page-pane.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import './documents.css';

/** Task 6: the checklist, the camera or the page in hand, and what was typed beside it. */
export function DocumentsScreen({ view }: { readonly view: CaseView }): ReactNode {
  const { goNext } = useOpenCase();
  const desk = useDocumentDesk(view);
  const video = useRef<HTMLVideoElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [camera, setCamera] = useState<CameraState>('opening');
  const [attempt, setAttempt] = useState(0);
  const [removing, setRemoving] = useState(false);
  const [dragging, setDragging] = useState(false);
  const { page, kind } = desk;
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const pick = (): void => { if (view.editable) picker.current?.click(); };
  const take = async (): Promise<void> => {
    if (page) { desk.look(null); return; }
    if (camera !== 'live' || !video.current || !view.editable || desk.busy) return;
    const picture = await shoot(video.current);
    if (picture.ok) await desk.add([picture.value], 'camera');
    else setCamera(picture.error.code);
  };
  const onPick = (event: ChangeEvent<HTMLInputElement>): void => {
    void desk.addFiles([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setDragging(false);
    if (view.editable) void desk.addFiles([...event.dataTransfer.files]);
  };
  const primary = primaryOf(view, desk, camera);
  const runPrimary = (): void => {
    if (primary.does === 'judge') void desk.judge('matches');
    else if (primary.does === 'go-on') void goNext();
    else if (primary.does === 'next-kind') { if (desk.nextOpen) desk.take(desk.nextOpen); }
    else if (primary.does === 'shoot') void take();
    else pick();
  };
  const judgeKeys = page && view.editable ? verdicts.map(({ verdict, key, word }) => ({ keys: key, label: word, run: () => void desk.judge(verdict), shown: false })) : [];
  useKeys([
    { keys: 'Space', label: documentsText.keys.shoot, shown: view.editable, run: () => void take() },
    { keys: `1…${Math.min(9, desk.kinds.length)}`, label: documentsText.keys.kind, run: (key) => { const next = desk.kinds[Number(key) - 1]; if (next) desk.take(next); } },
    ...(desk.kinds.length > 9 ? [{ keys: kindKey(9), label: documentName.other, shown: false, run: () => desk.take('other') }] : []),
    { keys: 'F7', label: documentsText.keys.file, shown: view.editable, run: pick },
    ...judgeKeys,
    ...(desk.pages.length > 0 ? [{ keys: '← →', label: documentsText.keys.turn, shown: desk.pages.length > 1, run: (key: string) => desk.turn(key === '→' ? 1 : -1) }] : []),
    ...(page ? [{ keys: 'Esc', label: documentsText.keys.camera, run: () => desk.look(null) }, { keys: 'E', label: documentsText.keys.exportCopy, shown: false, run: () => void desk.exportCopy() }] : []),
    ...(page && view.editable ? [{ keys: 'Del', label: documentsText.keys.remove, shown: false, run: () => setRemoving(true) }] : []),
    ...(camera === 'live' || !view.editable ? [] : [{ keys: 'F5', label: documentsText.keys.retry, run: retry }]),
    { keys: 'Ctrl+Enter', label: documentsText.keys.next, run: runPrimary },
  ]);
  const awaiting = view.documents.needed.filter((need) => need.status === 'awaiting-seal').length;
  return (
    <div className="task-body documents-screen" data-dragging={dragging} onDragOver={(event) => { event.preventDefault(); setDragging(view.editable); }} onDragLeave={() => setDragging(false)} onDrop={onDrop}>
      <div className="documents-panes">
        <DocumentList documents={view.documents} kinds={desk.kinds} current={kind} paperSigned={(one) => canBeScanned(view, one)} onTake={desk.take} />
        <div className="documents-middle">
          {view.editable ? <CameraPane video={video} kind={kind} state={camera} attempt={attempt} onState={setCamera} onRetry={retry} />
            : <div className="camera-pane"><p className="camera-gap">{documentsText.pickPage}</p></div>}
          {page ? <PagePane desk={desk} page={page} editable={view.editable} onRemove={() => setRemoving(true)} /> : null}
          {dragging ? <div className="drop-cover">{documentsText.drop(documentName[kind])}</div> : null}
        </div>
        <ComparePane view={view} desk={desk} />
      </div>
      <input ref={picker} type="file" className="visually-hidden" aria-label={documentsText.file} tabIndex={-1} accept="image/jpeg,image/png,image/webp,image/tiff" multiple onChange={onPick} />
      {removing ? <RemoveDialog onClose={() => setRemoving(false)} onRemove={(reason) => { setRemoving(false); void desk.remove(reason); }} /> : null}
      <TaskFoot note={!view.editable ? documentsText.closed : desk.notice && !page ? desk.notice : awaiting > 0 ? documentsText.awaitingFoot(awaiting) : documentsText.foot}>
        {view.editable && primary.does !== 'pick' ? <QuietButton label={documentsText.file} keys="F7" icon={<FolderOpenOutlined aria-hidden />} disabled={desk.busy} onClick={pick} /> : null}
        <PrimaryButton label={primary.label} keys={primary.keys} icon={primary.does === 'shoot' ? <CameraOutlined aria-hidden /> : undefined} busy={desk.busy} disabled={primary.disabled} onClick={runPrimary} />
      </TaskFoot>
    </div>
  );
}

type Primary = { readonly does: 'judge' | 'next-kind' | 'go-on' | 'shoot' | 'pick'; readonly label: string; readonly keys: string; readonly disabled: boolean };

/** The one thing to do now: judge the page in hand, shoot, choose a file, take the next kind, or go on when nothing more can be done here. */
function primaryOf(view: CaseView, { page, pages, kind, nextOpen }: DocumentDesk, camera: CameraState): Primary {
  const need = view.documents.needed.find((one) => one.kind === kind);
  const done = view.tasks.find((one) => one.task === 'documents')?.status === 'done';
  if (view.editable && page?.verdict === 'unjudged') return { does: 'judge', label: documentsText.matchesNext, keys: 'Y', disabled: false };
  if (!view.editable || done) return { does: 'go-on', label: done ? documentsText.goOn : documentsText.goOnFirst, keys: 'Ctrl+Enter', disabled: view.next === null };
  if (need?.status === 'matches' || !canBeScanned(view, kind))
    return nextOpen ? { does: 'next-kind', label: documentsText.nextKind(documentName[nextOpen]), keys: 'Ctrl+Enter', disabled: false } : { does: 'go-on', label: documentsText.goOnFirst, keys: 'Ctrl+Enter', disabled: view.next === null };
  if (camera !== 'live') return { does: 'pick', label: documentsText.file, keys: 'F7', disabled: false };
  return { does: 'shoot', label: pages.length > 0 ? documentsText.again(documentName[kind]) : documentsText.shoot(documentName[kind]), keys: 'Space', disabled: false };
}
