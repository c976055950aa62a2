import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { RuleTrial } from '#contract/rules.ts';
import { normaliseDigits } from '#domain/number/number.ts';
import { gradeName } from '../../text/formats.ts';
import { rulesText } from '../../text/rules.ts';
import { StatusWord } from '../../ui/status-word.tsx';
import type { DraftRule } from '../../stores/rule-desk.ts';

type Side = RuleTrial['now'];

/** One number by the table in force and by the draft, with every rule that fits. */
export function TrialPane({ digits, trial, rules, sound, onDigits }: {
  readonly digits: string;
  readonly trial: RuleTrial | null;
  readonly rules: readonly DraftRule[];
  readonly sound: boolean;
  readonly onDigits: (digits: string) => void;
}): ReactNode {
  const nameOf = (ruleId: string): string => rules.find(({ id }) => id === ruleId)?.name ?? ruleId;
  return (
    <section className="rules-trial">
      <label className="field-label" htmlFor="trial-number">{rulesText.trialLabel}</label>
      <Input id="trial-number" className="rules-trial-input" inputMode="numeric" value={digits} placeholder="4006121212" maxLength={14} onChange={(event) => onDigits(normaliseDigits(event.target.value).slice(0, 10))} />
      {trial ? (
        <>
          <p>{trial.now.grade === trial.draft.grade ? <StatusWord tone="quiet">{rulesText.same}</StatusWord> : <StatusWord tone="warning">{rulesText.differs}</StatusWord>}</p>
          <div className="rules-sides"><Verdict title={rulesText.now} side={trial.now} nameOf={nameOf} /><Verdict title={rulesText.draft} side={trial.draft} nameOf={nameOf} /></div>
        </>
      ) : <p className="hint">{sound ? rulesText.trialHint : rulesText.trialAfter}</p>}
    </section>
  );
}

function Verdict({ title, side, nameOf }: { readonly title: string; readonly side: Side; readonly nameOf: (ruleId: string) => string }): ReactNode {
  const [won, ...others] = side.matches;
  return (
    <div>
      <h3>{title}</h3>
      <p className="rules-verdict">{gradeName(side.grade)}</p>
      {won ? <p>{rulesText.won}：{nameOf(won.ruleId)}</p> : <p className="quiet">{rulesText.noMatch}</p>}
      {others.length > 0 ? <p className="hint">{rulesText.also}：{others.map((match) => nameOf(match.ruleId)).join('、')}</p> : null}
    </div>
  );
}
