import type { ReactNode } from 'react';
import type { NumberExplained } from '#contract/numbers.ts';
import { failureLine } from '../../../text/failure-line.ts';
import { amount, gradeName, yuanSign } from '../../../text/formats.ts';
import { finderText } from '../../../text/number-finder.ts';
import { numberAdvice } from '../../../text/number-meaning.ts';
import { ruleText, termText } from '../../../text/number.ts';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { ShapedNumber } from '../list/shaped-number.tsx';
import type { NumberExplainState } from './number-explain.ts';

type NearestProps = { readonly answer: NumberExplained; readonly take: string; readonly onTake: () => void };

/** Beside the list: which rule made the grade, what the number costs over its term, how it is read, and the nearest ordinary one. */
export function ExplainPane({ explain, take, onTake }: { readonly explain: NumberExplainState; /** What a press does with the ordinary number, by name. */ readonly take: string; readonly onTake: () => void }): ReactNode {
  const { answer, failure } = explain;
  return (
    <aside className="explain scroll" aria-label={finderText.explain} tabIndex={0}>
      {failure ? <StatusWord tone="error">{failureLine(failure)}</StatusWord> : null}
      {answer ? <Explained answer={answer} take={take} onTake={onTake} /> : null}
    </aside>
  );
}

function Explained({ answer, take, onTake }: NearestProps): ReactNode {
  const { hit } = answer;
  const ties = [answer.transferable ? null : finderText.noTransfer, answer.cancellable ? null : finderText.noCancel].filter((one) => one !== null);
  return (
    <>
      <h3><ShapedNumber row={hit} text="" /> {gradeName(hit.grade)}</h3>
      <p>{hit.looks ? finderText.looks(hit.looks) : ruleText(hit.reason)}{answer.matches.length > 1 ? <span className="hint">，{finderText.alsoFits}{answer.matches.slice(1, 4).map((match) => `${match.seen} ${match.name}`).join('、')}</span> : null}</p>
      {hit.warnings.map((warning) => <p key={warning.code}><StatusWord tone="warning">{numberAdvice(warning)}</StatusWord></p>)}
      <dl>
        <dt>{finderText.minimum}</dt>
        <dd>{answer.termMonths === 0 ? <>{yuanSign(answer.monthlyMinimumLi)}，{finderText.noTerm}</> : <>{amount(answer.monthlyMinimumLi)} × {termText(answer.termMonths)} = <strong>{yuanSign(answer.totalOverTermLi)}</strong></>}</dd>
        <dt>{finderText.prepay}</dt><dd>{yuanSign(answer.prepayDueLi)}{hit.prepayLi > 0 && answer.releaseMonths > 0 ? `，${finderText.release(answer.releaseMonths)}` : ''}</dd>
      </dl>
      {hit.grade === 9 ? null : <Nearest answer={answer} take={take} onTake={onTake} />}
      <dl>
        <dt>{finderText.groups}</dt><dd>{answer.groupings.join('　')}</dd>
        <dt>{finderText.readings}</dt><dd>{answer.readings.slice(0, 3).map((reading) => <div key={reading}>{reading}</div>)}</dd>
      </dl>
      <p className="hint">{[finderText.byHallPlan, ...ties, ...(answer.confirmed ? [] : [finderText.unconfirmed])].join('，')}</p>
    </>
  );
}

function Nearest({ answer: { nearestOrdinary }, take, onTake }: NearestProps): ReactNode {
  if (!nearestOrdinary) return <p className="hint">{finderText.nearestNone}</p>;
  const { hit, savingLi, changed } = nearestOrdinary;
  return (
    <div className="explain-nearest">
      <span className="hint">{finderText.nearest}</span>
      <ShapedNumber row={{ ...hit, changed }} text="" />
      <strong className="success-text">{finderText.saves(savingLi)}</strong>
      <QuietButton small label={take} keys="Ctrl+J" onClick={onTake} />
    </div>
  );
}
