import { Input } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { joinParts } from '#domain/approval/carried-parts.ts';
import { carriedText } from '../../text/carried.ts';
import { frameText } from '../../text/frame.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { CodeCamera } from './code-camera.tsx';
import './carried.css';

type Props = {
  readonly title: string;
  readonly readCodes: (image: Uint8Array) => Promise<readonly string[]>;
  /** Takes the whole text; answers why it was refused, or null when it was taken. */
  readonly onText: (text: string) => Promise<string | null>;
  readonly onClose: () => void;
};

/** No carried text is shorter. */
const shortest = 20;

/** Takes a carried text: from a scanner that types, from paste, from a file, or from the camera; several codes in any order. */
export function ReadCarried(props: Props): ReactNode {
  return <Dialog title={props.title} width={560} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ title, readCodes, onText, onClose }: Props): ReactNode {
  const [scanned, setScanned] = useState('');
  const [camera, setCamera] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const joined = joinParts(scanned);
  const give = async (text: string): Promise<void> => {
    if (text.length < shortest || busy) return;
    setBusy(true);
    const why = await onText(text);
    setBusy(false);
    if (why === null) onClose();
    else { setRefused(why); setScanned(''); setCamera(false); }
  };
  const giveWhole = (text: string): void => { const whole = joinParts(text); if (whole.ok) void give(whole.value); };
  const put = (text: string): void => { setScanned(text); setRefused(null); };
  const seen = (text: string): void => {
    if (scanned.split(/\s+/).includes(text)) return;
    const all = `${scanned}\n${text}`.trim();
    put(all);
    giveWhole(all);
  };
  // A file is one text as it stands: it may bring scans along, which no code carries.
  const choose = async (chosen: File | undefined): Promise<void> => { if (chosen) void give((await chosen.text()).trim()); };
  useKeys([{ keys: 'Ctrl+Enter', label: carriedText.read, when: 'always', run: () => giveWhole(scanned) }]);
  return (
    <>
      <h2>{title}</h2>
      <p className="hint">{carriedText.readHint}</p>
      <Input.TextArea autoFocus aria-label={carriedText.text} className="carried-text" rows={4} value={scanned} disabled={busy} spellCheck={false} onChange={(event) => put(event.target.value)} />
      {camera ? <CodeCamera readCodes={readCodes} onText={seen} /> : null}
      <Standing scanned={scanned} refused={refused} />
      <input ref={file} type="file" hidden onChange={(event) => { void choose(event.target.files?.[0]); event.target.value = ''; }} />
      <div className="dialog-actions">
        <QuietButton label={carriedText.chooseFile} onClick={() => file.current?.click()} />
        <QuietButton label={camera ? carriedText.closeCamera : carriedText.camera} onClick={() => setCamera(!camera)} />
        {scanned === '' ? null : <QuietButton label={carriedText.clear} onClick={() => put('')} />}
        <QuietButton label={frameText.cancel} keys="Esc" onClick={onClose} />
        <PrimaryButton label={carriedText.read} keys="Ctrl+Enter" busy={busy} disabled={!joined.ok || scanned.trim().length < shortest} onClick={() => giveWhole(scanned)} />
      </div>
    </>
  );
}

function Standing({ scanned, refused }: { readonly scanned: string; readonly refused: string | null }): ReactNode {
  if (refused !== null) return <p role="alert"><StatusWord tone="error">{refused}</StatusWord></p>;
  const joined = joinParts(scanned);
  if (scanned.trim() === '') return <p role="status" className="hint">{carriedText.nothingYet}</p>;
  if (joined.ok) return scanned.trim().length < shortest ? <p role="status"><StatusWord tone="warning">{carriedText.tooShort}</StatusWord></p> : null;
  const { error } = joined;
  if (error.code === 'parts-mixed') return <p role="alert"><StatusWord tone="error">{carriedText.mixed}</StatusWord></p>;
  const of = Number(/^H4P\.\w+\.\d+\.(\d+)\./.exec(scanned.trim())?.[1] ?? error.missing.length);
  return <p role="status"><StatusWord tone="info">{carriedText.missing(error.missing, of)}</StatusWord></p>;
}
