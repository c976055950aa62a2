import type { ReactNode } from 'react';
import { useSession } from '../stores/session.ts';
import { BrandMark } from './brand-mark.tsx';
import { ConnectionWord } from './connection-word.tsx';
import { KeyHints } from './key-hints.tsx';

/** The frame before sign-in: hall and line in the top bar, version below, no rail. */
export function BareFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const { setup, session } = useSession();
  return (
    <div className="frame bare">
      <header className="top-bar">
        <BrandMark setup={setup} />
        <span className="top-space" />
        {session ? <ConnectionWord connection={session.connection} /> : null}
      </header>
      <main className="bare-main">{children}</main>
      <footer className="status-bar"><span className="quiet">{setup ? `版本 ${setup.version}` : ''}</span><KeyHints /></footer>
    </div>
  );
}
