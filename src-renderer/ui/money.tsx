import type { ReactNode } from 'react';
import { formatYuan, type Li } from '#domain/money/money.ts';

/** An amount, right-aligned and tabular. `sign` puts ¥ before a total; `dash` shows a zero component as a dash. */
export function Money({ li, size = 14, sign = false, dash = false }: {
  readonly li: Li;
  readonly size?: 13 | 14 | 16 | 20;
  readonly sign?: boolean;
  readonly dash?: boolean;
}): ReactNode {
  return <span className="money" data-size={size}>{dash && li === 0 ? '—' : `${sign ? '¥' : ''}${formatYuan(li)}`}</span>;
}
