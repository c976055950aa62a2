import type { ReactNode } from 'react';
import type { ActivationView } from '#contract/approval.ts';
import { activationText } from '../../text/activation.ts';
import { weekdayName } from '../../text/wall-clock.ts';

type Day = ActivationView['strip'][number];

/** Which days count: rest days grey, today edged, the last day amber. */
export function DayStrip({ strip, dueDate, today }: { readonly strip: readonly Day[]; readonly dueDate: string; readonly today: string }): ReactNode {
  return (
    <ol className="day-strip" aria-label={activationText.strip} style={{ gridTemplateColumns: `repeat(${strip.length}, minmax(0, 1fr))` }}>
      {strip.map((one, index) => {
        const newMonth = index === 0 || one.day.slice(0, 7) !== strip[index - 1]?.day.slice(0, 7);
        return (
          <li key={one.day} data-rest={!one.works} data-today={one.day === today} data-due={one.day === dueDate}>
            <span>{newMonth ? `${activationText.month(Number(one.day.slice(5, 7)))} ` : ''}{weekdayName(one.day)}</span>
            <strong>{Number(one.day.slice(8))}</strong>
            <span>{wordOf(one, index, today, dueDate)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function wordOf({ day, works, counts }: Day, index: number, today: string, dueDate: string): string {
  if (counts !== null && day === dueDate) return activationText.lastDay(counts);
  const count = counts === null ? (index === 0 ? activationText.start : works ? '' : activationText.rest) : activationText.dayNumber(counts);
  return day === today ? `${activationText.today} ${count}`.trim() : count;
}
