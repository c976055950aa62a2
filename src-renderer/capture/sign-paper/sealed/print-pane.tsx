import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { PrintJobView } from '#contract/hall.ts';
import type { Printing } from '../../../stores/use-printing.ts';
import { secondText } from '../../../text/wall-clock.ts';
import { printerStates, printNote, printStates, printText } from '../../../text/print.ts';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord, type Tone } from '../../../ui/status-word.tsx';

const tones: Readonly<Record<PrintJobView['state'], Tone>> = { queued: 'quiet', submitted: 'info', printing: 'info', 'left-queue': 'quiet', failed: 'error', cancelled: 'quiet' };

/** Which printer, and every job of this paper with where it stands. */
export function PrintPane({ printing, jobs }: { readonly printing: Printing; readonly jobs: readonly PrintJobView[] }): ReactNode {
  const { printers, printer, choose, findPrinters } = printing;
  return (
    <section className="print-pane" aria-label={printText.title}>
      <header className="pane-head"><h3>{printText.title}</h3></header>
      {printers.length === 0 ? (
        <p><StatusWord tone="warning">{printText.none}</StatusWord> <span className="hint">{printText.noneNext}</span> <QuietButton small label={printText.find} keys="F5" onClick={findPrinters} /></p>
      ) : (
        <Select size="small" aria-label={printText.printer} value={printer} onChange={choose}
          options={printers.map((one) => ({ value: one.name, label: `${one.name}，${printerStates[one.state]}${one.note ? `，${one.note}` : ''}` }))} />
      )}
      <ul className="print-jobs scroll">
        {jobs.length === 0 ? <li className="hint">{printText.printedTimes(0)}</li> : null}
        {jobs.map((job) => (
          <li key={job.jobId}>
            <span>{job.reprint ? printText.copyMark(job.copyNo) : printText.original} {printText.copies(job.copies)}</span><small className="hint">{secondText(job.at)}</small>
            <StatusWord tone={tones[job.state]}>{printStates[job.state]}{job.state === 'failed' && job.note ? `：${printNote(job.note)}` : ''}</StatusWord>
          </li>
        ))}
      </ul>
      {jobs[0]?.state === 'failed' ? <p className="hint">{printText.safe}</p> : null}
    </section>
  );
}
