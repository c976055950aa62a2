import type { ReactNode } from 'react';
import type { CaseUsage } from '#contract/plans.ts';
import { callsLine, comparisonText as words } from '../../../text/plan-comparison.ts';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { UsageFields, type UsagePatch } from './usage-fields.tsx';

/** The five questions in one line: what the customer calls, or the list that was imported instead. */
export function UsageBar({ usage, perTerminal, disabled, comparing, onAsk, onEstimate, onImport, onForget }: {
  readonly usage: CaseUsage;
  /** A plan on sale costs by the terminal: it is asked how many. */
  readonly perTerminal: boolean;
  readonly disabled: boolean;
  readonly comparing: boolean;
  readonly onAsk: (patch: UsagePatch) => Promise<void>;
  readonly onEstimate: () => void;
  readonly onImport: () => void;
  readonly onForget: () => void;
}): ReactNode {
  const byCalls = usage.from === 'calls' && usage.calls !== null;
  return (
    <section className="usage-bar" aria-label={words.usage}>
      {byCalls ? (
        <>
          <span className="usage-calls ellipsis" title={usage.calls?.fileName}><strong>{words.byCalls}</strong> {callsLine(usage)}，{words.local} {usage.localPercent}%、{words.mobile} {usage.mobilePercent}%</span>
          {disabled ? null : <button type="button" className="link" onClick={onForget}>{words.forgetCalls}</button>}
        </>
      ) : (
        <>
          <UsageFields usage={usage} perTerminal={perTerminal} disabled={disabled} onAsk={onAsk} />
          {disabled ? null : <button type="button" className="link" onClick={onEstimate}>{words.estimate}</button>}
        </>
      )}
      <span className="usage-state" role="status">{comparing ? <span className="hint">{words.comparing}</span>
        : <StatusWord tone={usage.asked ? 'success' : 'warning'}>{byCalls ? words.byCallsState : usage.asked ? words.asked : words.notAsked}</StatusWord>}</span>
      {disabled ? null : <QuietButton small label={words.importCalls} keys="Ctrl+O" onClick={onImport} />}
    </section>
  );
}
