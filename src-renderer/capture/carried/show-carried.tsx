import { QRCode } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { carriedText } from '../../text/carried.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import './carried.css';

type Props = { readonly title: string; readonly hint: string; readonly parts: readonly string[]; readonly onFile: (() => Promise<string | null>) | null; readonly onClose: () => void };

const turnMs = 2000;

/** A text as QR codes on the screen, one after the other when it needs several, or as a file. */
export function ShowCarried(props: Props): ReactNode {
  return <Dialog title={props.title} width={560} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ title, hint, parts, onFile, onClose }: Props): ReactNode {
  const [at, setAt] = useState(0);
  const [stopped, setStopped] = useState(false);
  const [file, setFile] = useState<string | null>(null);
  const step = (by: number): void => { setStopped(true); setAt((now) => (now + by + parts.length) % parts.length); };
  useEffect(() => {
    if (stopped || parts.length < 2) return undefined;
    const timer = setInterval(() => setAt((now) => (now + 1) % parts.length), turnMs);
    return () => clearInterval(timer);
  }, [stopped, parts.length]);
  const save = async (): Promise<void> => { if (onFile) setFile(await onFile()); };
  useKeys([
    ...(parts.length > 1 ? [{ keys: '← →', label: carriedText.part(at + 1, parts.length), run: (key: string) => step(key === '→' ? 1 : -1) }] : []),
    { keys: 'Enter', label: carriedText.done, when: 'always' as const, run: onClose },
  ]);
  return (
    <div className="carried-show">
      <h2>{title}</h2>
      <p className="hint">{hint}</p>
      <div className="carried-code"><QRCode value={parts[at] ?? ''} size={380} errorLevel="L" type="svg" bordered={false} color="#000" bgColor="#fff" /></div>
      {parts.length > 1 ? <p className="carried-part"><strong>{carriedText.part(at + 1, parts.length)}</strong> <span className="hint">{stopped ? '' : carriedText.turning}</span></p> : null}
      {file ? <p role="status"><StatusWord tone="success">{carriedText.saved(file)}</StatusWord></p> : null}
      <div className="dialog-actions">{onFile ? <QuietButton label={carriedText.saveFile} onClick={() => void save()} /> : null}<PrimaryButton label={carriedText.done} keys="Enter" onClick={onClose} /></div>
    </div>
  );
}
