import { type ReactNode, useEffect, useRef } from 'react';
import type { CallImport } from '#contract/plans.ts';
import { callsLine, columnNames, comparisonText as words, rowErrorText } from '../../../text/plan-comparison.ts';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { Dialog } from '../../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';

type Props = { readonly report: CallImport; readonly onForget: () => void; readonly onClose: () => void };

/** What the import took and what it left, row by row, before anybody believes the comparison. */
export function ImportReport(props: Props): ReactNode {
  return <Dialog title={words.importTitle} width={560} onClose={props.onClose}><Report {...props} /></Dialog>;
}

const columns = ['time', 'duration', 'caller', 'answered'] as const;

function Report({ report, onForget, onClose }: Props): ReactNode {
  useKeys([{ keys: 'Enter', label: words.seeCheapest, run: onClose }, { keys: 'Ctrl+Enter', label: words.seeCheapest, shown: false, run: onClose }]);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const more = report.rejected - report.errors.length;
  return (
    <>
      <h2 ref={head} tabIndex={-1} className="dialog-words">{report.taken > 0 ? words.importTitle : words.importNoneTitle}</h2>
      <p>
        <StatusWord tone={report.taken > 0 ? 'success' : 'error'}>{words.taken(report.taken)}</StatusWord>{'　'}
        <StatusWord tone={report.rejected > 0 ? 'warning' : 'quiet'}>{words.rejected(report.rejected)}</StatusWord>
      </p>
      <p>{callsLine(report.comparison.usage)}</p>
      <section aria-label={words.columns}>
        <h3>{words.columns}</h3>
        <ul className="import-columns">{columns.map((name) => <li key={name}>{words.column(columnNames[name], report.columns[name])}</li>)}</ul>
        {report.columns.answered === null ? <p className="hint">{words.noAnswered}</p> : null}
      </section>
      {report.errors.length > 0 ? (
        <section aria-label={words.errorWhy}>
          <h3>{words.errorWhy}</h3>
          <ul className="import-errors scroll" tabIndex={0}>{report.errors.map((error) => <li key={`${error.row} ${error.code}`}><span>{words.errorRow} {error.row}</span><span className="ellipsis">{rowErrorText(error)}</span></li>)}</ul>
          {more > 0 ? <p className="hint">{words.moreErrors(more)}</p> : null}
        </section>
      ) : null}
      <div className="dialog-actions"><QuietButton label={words.forgetCalls} onClick={onForget} /><PrimaryButton label={words.seeCheapest} keys="Enter" onClick={onClose} /></div>
    </>
  );
}
