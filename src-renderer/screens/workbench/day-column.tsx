import { type ReactNode, useEffect, useState } from 'react';
import type { Workbench } from '#contract/cases.ts';
import type { PoolStatus } from '#contract/numbers.ts';
import { addDays } from '#domain/calendar/plain-date.ts';
import { elapsedMs, instantOfWall, wallTime } from '#domain/calendar/shanghai-time.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { dayWords, shortMoment, spanWords } from '../../text/formats.ts';
import { workbenchText } from '../../text/workbench.ts';
import { Money } from '../../ui/money.tsx';
import { useNow } from '../../ui/use-now.ts';

/** The day at a glance: cut-off clock, today's counts, deadlines ahead, the mirror of the pool. */
export function DayColumn({ bench }: { readonly bench: Workbench }): ReactNode {
  const now = useNow(30_000);
  const wall = wallTime(now);
  const left = elapsedMs(now, instantOfWall(wall.date, bench.cutOff));
  const { today } = bench;
  return (
    <aside className="day-column scroll" aria-label={workbenchText.today}>
      <section>
        <strong>{dayWords(wall.date)}</strong>
        <p className="hint">{left > 0 ? workbenchText.cutOffBefore(bench.cutOff, spanWords(left)) : workbenchText.cutOffAfter(bench.cutOff)}</p>
      </section>
      <section>
        <h3>{workbenchText.today}</h3>
        <dl className="figures">
          <dt>{workbenchText.created}</dt><dd>{today.created} {workbenchText.unit}</dd>
          <dt>{workbenchText.signed}</dt><dd>{today.signed} {workbenchText.unit}</dd>
          <dt>{workbenchText.activated}</dt><dd>{today.activated} {workbenchText.unit}</dd>
          <dt>{workbenchText.received}</dt><dd>{today.receivedLi === null ? <span className="hint">{workbenchText.blind}</span> : <strong><Money li={today.receivedLi} sign /></strong>}</dd>
        </dl>
      </section>
      {bench.dueByDay.length > 0 ? <section><h3>{workbenchText.deadlines}</h3><DueBars days={bench.dueByDay} today={wall.date} /></section> : null}
      <PoolFacts />
    </aside>
  );
}

function DueBars({ days, today }: { readonly days: Workbench['dueByDay']; readonly today: string }): ReactNode {
  const overdue = days.filter((one) => one.overdue).reduce((sum, one) => sum + one.count, 0);
  const near = days.filter((one) => !one.overdue && one.day <= addDays(today, 3));
  const later = days.filter((one) => !one.overdue && one.day > addDays(today, 3)).reduce((sum, one) => sum + one.count, 0);
  const bars = [
    { key: 'overdue', word: workbenchText.overdue, count: overdue, tone: 'error' },
    ...near.map((one) => ({ key: one.day, word: one.day === today ? workbenchText.today : dayWords(one.day).slice(-2), count: one.count, tone: one.day === today ? 'warning' : 'quiet' })),
    { key: 'later', word: workbenchText.later, count: later, tone: 'quiet' },
  ].filter((bar) => bar.count > 0);
  const most = Math.max(...bars.map((bar) => bar.count));
  return (
    <ul className="bars">
      {bars.map((bar) => <li key={bar.key}><span className="hint">{bar.word}</span><span className="bar" data-tone={bar.tone} style={{ width: Math.round((bar.count / most) * 144) }} /><strong>{bar.count}</strong></li>)}
    </ul>
  );
}

function PoolFacts(): ReactNode {
  const bridge = useBridge();
  const [pool, setPool] = useState<PoolStatus | null>(null);
  useEffect(() => {
    void bridge.invoke('numbers/pool-status', undefined).then((answer) => { if (answer.ok) setPool(answer.value); });
    return bridge.subscribe('pool/changed', setPool);
  }, [bridge]);
  if (!pool) return null;
  return (
    <section>
      <h3>{workbenchText.offline}</h3>
      <dl className="figures">
        <dt>{workbenchText.pool}</dt><dd><strong>{pool.loaded ? `${pool.free.toLocaleString('en-US')} ${workbenchText.numbers}` : workbenchText.poolNone}</strong></dd>
        {pool.syncedAt ? <><dt>{workbenchText.poolAt}</dt><dd>{shortMoment(pool.syncedAt)}</dd></> : null}
      </dl>
    </section>
  );
}
