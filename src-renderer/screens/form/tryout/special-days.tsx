import type { ReactNode } from 'react';
import { coverageStates } from '#domain/routing/coverage/coverage.ts';
import type { CoverageReport } from '#domain/routing/coverage/coverage-report.ts';
import { coverageStateText, tryText } from '../../../text/routing-tryout.ts';
import { stateColours } from './coverage-sheet.ts';

const NOT_OPEN = coverageStates.indexOf('notOpen');

/** Holidays, make-up days and dates of rules as rows of their own: the worst of all places, hour by hour. */
export function SpecialDays({ report, line }: { readonly report: CoverageReport; readonly line: 'landline' | 'mobile' }): ReactNode {
  const { days, regions } = report.map;
  if (days.length === 0) return null;
  return (
    <section className="special-days" aria-label={tryText.special}>
      <h4>{tryText.special}<span className="hint">　{tryText.worst}</span></h4>
      <ul>
        {days.map(({ day, ...grids }) => {
          const worst = Array.from({ length: 24 }, (_, hour) => Math.max(...regions.map((__, row) => grids[line].states[row * 24 + hour] ?? 0).filter((state) => state !== NOT_OPEN)));
          return (
            <li key={day.date}>
              <span className="ellipsis">{day.date.slice(5)} {day.kind === 'makeUp' ? tryText.makeUp : day.kind === 'holiday' ? tryText.holiday(day.name) : ''}{day.announced ? '' : `（${tryText.expected}）`}</span>
              <span className="day-hours" role="img" aria-label={spoken(worst)}>{worst.map((state, hour) => <i key={hour} style={{ background: token(state) }} />)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const token = (state: number): string => (stateColours[state]?.token == null ? 'none' : `var(--${stateColours[state].token})`);

/** 0–9 点只能留言，9–18 点有人接…. */
function spoken(states: readonly number[]): string {
  const parts: string[] = [];
  for (let from = 0; from < 24;) {
    let to = from + 1;
    while (to < 24 && states[to] === states[from]) to += 1;
    parts.push(`${from}–${to} 点${coverageStateText[coverageStates[states[from] ?? 0] ?? 'nobody']}`);
    from = to;
  }
  return parts.join('，');
}
