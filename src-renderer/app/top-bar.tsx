import { CloudUploadOutlined, LockOutlined, SearchOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Connection, SetupState, StaffView } from '#contract/session.ts';
import { useNavigation } from '../stores/navigation.ts';
import { frameText, roleName } from '../text/frame.ts';
import { Kbd } from '../ui/keys/kbd.tsx';
import { BrandMark } from './brand-mark.tsx';
import { ConnectionWord } from './connection-word.tsx';

export function TopBar({ setup, staff, connection, onFind, onLock }: {
  readonly setup: SetupState;
  readonly staff: StaffView;
  readonly connection: Connection;
  /** null: this person may not look into cases. */
  readonly onFind: (() => void) | null;
  readonly onLock: () => void;
}): ReactNode {
  const { show } = useNavigation();
  return (
    <header className="top-bar">
      <BrandMark setup={setup} />
      {onFind ? <button type="button" className="top-find" aria-keyshortcuts="Control+K" onClick={onFind}>
        <SearchOutlined aria-hidden /><span className="wide-only">{frameText.search}</span><span className="narrow-only">{frameText.searchShort}</span><Kbd keys="Ctrl+K" />
      </button> : null}
      <span className="top-space" />
      <ConnectionWord connection={connection} />
      <button type="button" className="top-button" onClick={() => show('outbox')}>
        <CloudUploadOutlined aria-hidden /> {frameText.waiting} <strong>{connection.waiting + connection.parked}</strong>
      </button>
      <span className="top-line" />
      <span className="top-staff"><strong>{staff.name} {staff.staffNo}</strong> {roleName[staff.role]}</span>
      <button type="button" className="top-button" aria-keyshortcuts="F8" onClick={onLock}><LockOutlined aria-hidden /> {frameText.lock} <span className="wide-only"><Kbd keys="F8" /></span></button>
    </header>
  );
}
