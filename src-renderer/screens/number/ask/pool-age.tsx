import type { ReactNode } from 'react';
import type { PoolStatus } from '#contract/numbers.ts';
import { elapsedMs } from '#domain/calendar/shanghai-time.ts';
import { shortMoment } from '../../../text/formats.ts';
import { numberText } from '../../../text/number.ts';
import { StatusWord } from '../../../ui/status-word.tsx';
import { useNow } from '../../../ui/use-now.ts';

const DAY = 86_400_000;

/** How old the local mirror of the pool is; always shown, amber after a day. */
export function PoolAge({ pool }: { readonly pool: PoolStatus | null }): ReactNode {
  const now = useNow(60_000);
  if (!pool) return null;
  if (pool.syncedAt === null) return <StatusWord tone="warning">{numberText.poolNever}</StatusWord>;
  const when = shortMoment(pool.syncedAt);
  return elapsedMs(pool.syncedAt, now) > DAY ? <StatusWord tone="warning">{numberText.poolOld(when)}</StatusWord> : <span className="hint">{numberText.poolAge(when)}</span>;
}
