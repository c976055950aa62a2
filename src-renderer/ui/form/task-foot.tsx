import type { ReactNode } from 'react';

/** The foot of a task, 48 px (44 compact): a note at the left, quiet buttons and the one primary at the right. */
export function TaskFoot({ note, children }: { readonly note?: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <footer className="task-foot">
      <div className="task-foot-note">{note}</div>
      <div className="task-foot-actions">{children}</div>
    </footer>
  );
}
