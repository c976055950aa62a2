import type { ReactNode } from 'react';

/** A white panel with an edge; with a title it has a head line, `extra` at the head's right. */
export function Panel({ title, extra, className, children }: {
  readonly title?: ReactNode;
  readonly extra?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={className ? `panel ${className}` : 'panel'}>
      {title ? <header className="panel-head"><h3>{title}</h3>{extra}</header> : null}
      <div className="panel-body">{children}</div>
    </section>
  );
}
