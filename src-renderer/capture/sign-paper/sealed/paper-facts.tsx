import { Spin } from 'antd';
import type { ReactNode } from 'react';
import type { PaperRow, PaperVerdict } from '#contract/papers.ts';
import { wallTime } from '#domain/calendar/shanghai-time.ts';
import { digestInFours, papersText, verdictLines } from '../../../text/papers.ts';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';

/** Number, time and digests of a sealed paper, then what checking it showed: each fact by itself. */
export function PaperFacts({ paper, verdict, onVerify }: { readonly paper: PaperRow; readonly verdict: PaperVerdict | null; readonly onVerify: () => void }): ReactNode {
  const { date, time } = wallTime(paper.madeAt);
  return (
    <section className="sign-answers" aria-label={papersText.facts}>
      <header className="pane-head"><h3>{papersText.facts}</h3></header>
      <div className="scroll">
        <dl className="paper-facts">
          <Fact name={papersText.documentNo}>{paper.documentNo}</Fact>
          <Fact name={papersText.signedAt}>{date} {time}</Fact>
          <Fact name={papersText.contentCode}><strong>{digestInFours(paper.contentDigest)}</strong></Fact>
          <Fact name={papersText.fileDigest}><span title={paper.sha256}>{digestInFours(paper.sha256)}…</span></Fact>
        </dl>
        <h4>{papersText.verdict}</h4>
        {verdict ? (
          <dl className="paper-facts">
            {verdictLines(verdict).map(({ name, good, text }) => <Fact key={name} name={name}><StatusWord tone={good ? 'success' : 'error'}>{text}</StatusWord></Fact>)}
          </dl>
        ) : <p className="hint" role="status"><Spin size="small" /> {papersText.verifying}</p>}
        {verdict ? <QuietButton small label={papersText.verifyAgain} keys="F5" onClick={onVerify} /> : null}
        {paper.byHand ? <p><StatusWord tone="warning">{papersText.byHandNote}</StatusWord></p> : null}
        <p className="hint">{papersText.opened}</p>
      </div>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}
