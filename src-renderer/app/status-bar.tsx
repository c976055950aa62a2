import { CheckOutlined, CloseCircleOutlined, LoadingOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Connection } from '#contract/session.ts';
import { clockWords } from '../text/formats.ts';
import { frameText } from '../text/frame.ts';
import { useSaved } from '../ui/saved.ts';
import { KeyHints } from './key-hints.tsx';

/** Saved time and last sync at the left, always in the same place; the view's keys at the right. */
export function StatusBar({ connection }: { readonly connection: Connection }): ReactNode {
  return (
    <footer className="status-bar">
      <SavedWord />
      <span className="quiet">{connection.lastSyncAt ? `${frameText.lastSync} ${clockWords(connection.lastSyncAt)}` : frameText.noSync}</span>
      <span className="top-space" />
      <KeyHints sheet />
    </footer>
  );
}

function SavedWord(): ReactNode {
  const { state, at } = useSaved();
  const time = at ? clockWords(at) : '';
  if (state === 'failed') return <span role="alert" className="saved error-text strong"><CloseCircleOutlined aria-hidden /> {frameText.notSaved}{time ? ` · ${frameText.lastGood} ${time}` : ''}</span>;
  if (state === 'saving') return <span role="status" className="saved"><LoadingOutlined aria-hidden /> {frameText.saving}</span>;
  return at ? <span role="status" className="saved"><CheckOutlined className="success-text" aria-hidden /> {frameText.saved} {time} <span className="quiet">· {frameText.local}</span></span> : <span className="quiet">{frameText.local}</span>;
}
