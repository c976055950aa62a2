import type { ReactNode } from 'react';
import { StatusWord } from '../status-word.tsx';

/** A label above, the control, and a message below only when there is one. `span` counts columns of twelve. */
export function Field({ label, message, tone = 'error', span, htmlFor, children }: {
  readonly label: ReactNode;
  readonly message?: ReactNode;
  readonly tone?: 'error' | 'warning' | 'quiet';
  readonly span: number;
  readonly htmlFor?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="field" data-tone={message ? tone : undefined} style={{ gridColumn: `span ${span}` }}>
      {htmlFor ? <label className="field-label" htmlFor={htmlFor}>{label}</label> : <span className="field-label">{label}</span>}
      {children}
      {message ? (
        <div className="field-message" id={htmlFor ? `${htmlFor}-message` : undefined} role={tone === 'error' ? 'alert' : undefined}>
          <StatusWord tone={tone}>{message}</StatusWord>
        </div>
      ) : null}
    </div>
  );
}
