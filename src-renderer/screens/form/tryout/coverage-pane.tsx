import { Segmented, Select } from 'antd';
import { type KeyboardEvent, lazy, type ReactNode, Suspense } from 'react';
import type { Weekday } from '#domain/calendar/plain-date.ts';
import { addDays } from '#domain/calendar/plain-date.ts';
import { callLimits } from '#domain/routing/call-limits.ts';
import { explainCell } from '#domain/routing/coverage/explain-cell.ts';
import { mendHole } from '#domain/routing/coverage/mend-hole.ts';
import { regionName } from '#domain/routing/region-names.ts';
import { phoneWords } from '#domain/routing/words/part-words.ts';
import { tryText } from '../../../text/routing-tryout.ts';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { phoneOptions } from '../form-parts.ts';
import { type Cursor, cursorMoved, cursorText, holeMarks, stateColours, reachColours, weekSheet } from './coverage-sheet.ts';
import { HoleList } from './hole-list.tsx';
import { dayOfWeek, noTrial, type Trial, type TryoutProps } from './trial.ts';
import { SpecialDays } from './special-days.tsx';
import { useCoverage } from './use-coverage.ts';

const Chart = lazy(async () => ({ default: (await import('./coverage-chart.tsx')).CoverageChart }));

/** What of the map is looked at; kept while the clerk is on another page. */
export type Look = { readonly line: 'landline' | 'mobile'; readonly phone: string | null; readonly cursor: Cursor };
export const firstLook: Look = { line: 'landline', phone: null, cursor: { row: 0, hour: 10 } };

/** Who is answered when, for the whole country and week; or who reaches one phone. Enter tries the call of a cell. */
export function CoveragePane({ look, onLook, onTry, ...props }: TryoutProps & { readonly look: Look; readonly onLook: (look: Look) => void; readonly onTry: (trial: Trial) => void }): ReactNode {
  const { edit, context } = props;
  const { form } = edit;
  const { regions } = context;
  const { line, cursor } = look;
  const phone = form.destinations.some(({ id }) => id === look.phone) ? look.phone : null;
  const setCursor = (next: Cursor): void => onLook({ ...look, cursor: next });
  const setPhone = (id: string | null): void => onLook({ ...look, phone: id });
  const { report, state } = useCoverage(props, phone);
  const reach = phone === null ? null : (report?.reach ?? null);
  const tryCell = (at: Cursor): void => {
    const region = report?.map.regions[at.row];
    const explained = region === undefined ? null : explainCell(form, { regions, limits: callLimits(context.limits), days: [] }, { region, lineKind: line, hour: at.hour });
    if (explained === null || region === undefined) return;
    const { caller, at: moment } = explained.call;
    const monday = dayOfWeek(addDays(context.today ?? '2026-01-05', 7), 1);
    onTry({ ...noTrial, callerText: `${regionName(region, regions)} ${tryText.lines[line]}`, caller, date: dayOfWeek(monday, moment.today.weekday as Weekday), minute: moment.minuteOfDay });
  };
  const mends = (report?.of === form ? report.holes : []).map((hole) => ({ hole, mend: mendHole(form, hole) }));
  const apply = (index: number): void => {
    const mend = mends[index]?.mend;
    if (mend && edit.editable) { edit.change(mend.form); edit.leave(); }
  };
  const cycle = (): void => {
    const at = form.destinations.findIndex(({ id }) => id === phone);
    setPhone(form.destinations[at + 1]?.id ?? null);
  };
  useKeys([{ keys: 'F3', label: tryText.reverse, run: cycle }, { keys: '1…9', label: tryText.mendDefault, run: (key) => apply(Number(key) - 1) }]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey) return;
    if (event.key === 'Enter') { event.preventDefault(); return tryCell(cursor); }
    const next = cursorMoved(cursor, event.key, report?.map.regions.length ?? 1);
    if (next === null) return;
    event.preventDefault();
    setCursor(next);
  };
  return (
    <>
      <div className="coverage-main">
        <header className="coverage-head">
          <h3>{phone === null ? tryText.map : `${phoneWords(form, phone)}：${tryText.reachOf}`}</h3>
          <Segmented size="small" value={line} onChange={(kind: Look['line']) => onLook({ ...look, line: kind })} options={[{ value: 'landline', label: tryText.landline }, { value: 'mobile', label: tryText.mobile }]} />
          <Select id="reach-phone" size="small" allowClear value={phone} placeholder={tryText.reachPick} aria-label={tryText.reachPick} options={phoneOptions(form)} onChange={(id: string | undefined) => setPhone(id ?? null)} />
          <span className="hint">{state === 'working' ? tryText.loadingMap : tryText.mapHint}</span>
        </header>
        {state === 'failed' ? <StatusWord tone="error">{tryText.failed}</StatusWord> : null}
        <div id="coverage" className="coverage-sheet" tabIndex={0} role="application" aria-label={`${tryText.map}，${tryText.mapHint}`} onKeyDown={onKey}>
          {report === null ? <p className="hint coverage-loading" role="status">{tryText.loadingMap}</p> : (
            <Suspense fallback={<p className="hint coverage-loading">{tryText.loadingMap}</p>}>
              <Chart label={tryText.region35} onPick={(row, hour) => { if (row >= 0 && row < report.map.regions.length && hour >= 0 && hour < 168) { setCursor({ row, hour }); } }}
                sheet={weekSheet({ report, reach, line, cursor, regions, marks: phone === null ? holeMarks(report) : [] })} />
            </Suspense>
          )}
        </div>
        <p className="coverage-cursor" role="status">{report === null ? '' : cursorText({ report, reach, line, cursor, regions })}</p>
        {report === null || phone !== null ? null : <SpecialDays report={report} line={line} />}
        <Legend reach={phone !== null} />
      </div>
      <HoleList {...props} holes={mends} report={report} onApply={apply} />
    </>
  );
}

function Legend({ reach }: { readonly reach: boolean }): ReactNode {
  return <ul className="coverage-legend">{(reach ? reachColours : stateColours).map(({ token, word }) => <li key={word}><i style={token === null ? {} : { background: `var(--${token})` }} aria-hidden />{word}</li>)}</ul>;
}
