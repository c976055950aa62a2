import type { ReactNode } from 'react';

/** Nothing here, or something went wrong: what is so, whether work is safe, what now; one action at most. */
export function EmptyState({ title, safe, next, action }: {
  readonly title: ReactNode;
  readonly safe?: ReactNode;
  readonly next?: ReactNode;
  readonly action?: ReactNode;
}): ReactNode {
  return (
    <div className="empty-state">
      <h3>{title}</h3>
      {safe ? <p>{safe}</p> : null}
      {next ? <p>{next}</p> : null}
      {action ? <div className="empty-state-action">{action}</div> : null}
    </div>
  );
}
