import { CloseOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useOpenCase } from '../stores/open-case.ts';
import { failureText } from '../text/failures.ts';
import { frameText } from '../text/frame.ts';
import { useKeys } from '../ui/keys/key-scope.tsx';
import { StatusWord } from '../ui/status-word.tsx';

/** What was refused, calmly: what happened, is the work safe, what now. Goes away with the next thing that works. */
export function FailureBar(): ReactNode {
  const { failure, dismiss } = useOpenCase();
  useKeys(failure ? [{ keys: 'Esc', label: frameText.close, shown: false, run: dismiss }] : []);
  if (!failure) return null;
  const { title, safe, next } = failureText(failure);
  return (
    <div className="failure-bar" role="alert">
      <StatusWord tone="error">{title}</StatusWord><span>{safe}{next}</span>
      <button type="button" className="icon-button" aria-label={frameText.close} onClick={dismiss}><CloseOutlined aria-hidden /></button>
    </div>
  );
}
