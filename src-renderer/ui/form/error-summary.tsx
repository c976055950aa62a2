import { CloseCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';

export type ErrorItem = { readonly field: string; readonly label: string; readonly message: string };

/** Lists every error in the words used at the field; each link brings the reader there. Nothing when there is none. */
export function ErrorSummary({ items, onJump }: { readonly items: readonly ErrorItem[]; readonly onJump: (field: string) => void }): ReactNode {
  if (items.length === 0) return null;
  return (
    <div className="error-summary" role="group" aria-label={`有 ${items.length} 处要改`}>
      <strong className="error-summary-head"><CloseCircleOutlined aria-hidden /> 有 {items.length} 处要改</strong>
      <ul>
        {items.map((item) => (
          <li key={`${item.field} ${item.message}`}>
            <button type="button" className="link" onClick={() => onJump(item.field)}>{item.label}</button>：{item.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
