import type { ReactNode } from 'react';

/** Head of a view, 48 px: title, filters at the left; actions at the right. */
export function Toolbar({ title, children, actions }: { readonly title?: ReactNode; readonly children?: ReactNode; readonly actions?: ReactNode }): ReactNode {
  return (
    <header className="toolbar">
      {title ? <h1 className="toolbar-title">{title}</h1> : null}
      <div className="toolbar-middle">{children}</div>
      {actions ? <div className="toolbar-actions">{actions}</div> : null}
    </header>
  );
}
