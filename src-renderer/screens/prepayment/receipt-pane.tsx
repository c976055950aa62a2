import { PrinterOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { PrintJobView } from '#contract/hall.ts';
import type { Printing } from '../../stores/use-printing.ts';
import { paymentText } from '../../text/payment.ts';
import { printStates, printText } from '../../text/print.ts';
import { Money } from '../../ui/money.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord, type Tone } from '../../ui/status-word.tsx';
import type { MoneyPaper } from './money-papers.ts';

const tones: Readonly<Record<PrintJobView['state'], Tone>> = { queued: 'info', submitted: 'info', printing: 'info', 'left-queue': 'success', failed: 'error', cancelled: 'quiet' };

/** Every receipt of the case, and what was written when money went back, with the state of its newest print; printed again it is a copy. */
export function ReceiptPane({ receipts, printing, onPrint }: { readonly receipts: readonly MoneyPaper[]; readonly printing: Printing; readonly onPrint: (paper: MoneyPaper) => void }): ReactNode {
  return (
    <section className="receipts" aria-label={paymentText.receipts}>
      <header className="money-head">
        <h3>{paymentText.receipts}</h3>
        {printing.printers.length > 0
          ? <Select size="small" className="receipt-printer" aria-label={printText.printer} value={printing.printer} onChange={printing.choose} options={printing.printers.map((one) => ({ value: one.name, label: one.note ? `${one.name}（${one.note}）` : one.name }))} />
          : <button type="button" className="link hint" onClick={printing.findPrinters}>{printText.none}</button>}
      </header>
      {receipts.length === 0 ? <p className="hint receipt-none">{paymentText.noReceipt}</p> : null}
      <ul className="receipt-list">
        {receipts.map((paper, index) => <Receipt key={paper.paperId} paper={paper} job={printing.jobsOf(paper.paperId)[0]} last={index === receipts.length - 1} ready={printing.printer !== null} onPrint={() => onPrint(paper)} />)}
      </ul>
      <ul className="receipt-facts">{paymentText.facts.map((fact) => <li key={fact}><StatusWord tone="quiet">{fact}</StatusWord></li>)}</ul>
    </section>
  );
}

function Receipt({ paper, job, last, ready, onPrint }: { readonly paper: MoneyPaper; readonly job: PrintJobView | undefined; readonly last: boolean; readonly ready: boolean; readonly onPrint: () => void }): ReactNode {
  return (
    <li>
      <div className="receipt-what"><strong>{paper.receiptNo}</strong><span className="hint">{paper.voided ? `${paymentText.voided} ` : ''}{paper.name} <Money li={paper.li} size={13} /></span></div>
      <div className="receipt-print">
        {job ? <StatusWord tone={tones[job.state]}>{job.reprint ? `${printText.reprint(job.copyNo - 1)}，` : ''}{printStates[job.state]}{job.note && job.state === 'failed' ? `：${job.note}` : ''}</StatusWord> : <StatusWord tone="quiet">{printText.printedTimes(0)}</StatusWord>}
        <QuietButton small icon={<PrinterOutlined aria-hidden />} label={job ? paymentText.again : paymentText.print} keys={last ? 'Ctrl+P' : undefined} disabled={!ready} onClick={onPrint} />
      </div>
    </li>
  );
}
