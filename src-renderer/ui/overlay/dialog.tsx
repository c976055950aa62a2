import { type ReactNode, type SyntheticEvent, useLayoutEffect, useRef } from 'react';
import { KeyScope } from '../keys/key-scope.tsx';

/** A layer over everything: the browser keeps the focus inside, Esc closes it, keys below are hidden. */
export function Dialog({ title, width = 440, position = 'middle', onClose, children }: {
  readonly title: string;
  readonly width?: number;
  /** `top`: hangs under the top bar (search); `middle`: in the middle of the window. */
  readonly position?: 'top' | 'middle';
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  // In the layout phase the element is still on the page when it closes, so that the browser gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    if (document.activeElement instanceof HTMLButtonElement) element?.querySelector<HTMLElement>('.dialog-actions .ant-btn-primary:not(:disabled)')?.focus();
    return () => element?.close();
  }, []);
  const onCancel = (event: SyntheticEvent): void => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog ref={dialog} className="dialog" data-position={position} aria-label={title} style={{ width }} onCancel={onCancel}
      onPointerDown={(event) => { if (event.target === dialog.current) onClose(); }}>
      <KeyScope modal><div className="dialog-body">{children}</div></KeyScope>
    </dialog>
  );
}
