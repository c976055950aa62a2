import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import type { ReactNode, RefObject } from 'react';
import type { Failure } from '#contract/failures.ts';
import { failureLine } from '../../text/failure-line.ts';
import { numberText } from '../../text/number.ts';
import { Kbd } from '../../ui/keys/kbd.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import type { NumberSearchState } from './number-search.ts';

/** The query box, 38 px high, with the exact total and the time it took. */
export function QueryBar({ search, input, onEnter }: {
  readonly search: NumberSearchState;
  readonly input: RefObject<InputRef | null>;
  readonly onEnter: () => void;
}): ReactNode {
  const { text, answer, type } = search;
  // That the numbers are not here yet is told in the middle of the screen, with what follows.
  const failure = search.failure?.code === 'pool-not-loaded' ? null : search.failure;
  const unread = failure?.code === 'query-not-understood' || failure?.code === 'number-not-orderable';
  return (
    <div className="number-query">
      <div className="number-query-line">
        <Input ref={input} className="number-query-input" autoFocus allowClear spellCheck={false} value={text} aria-label={numberText.query}
          placeholder={numberText.placeholder} prefix={<SearchOutlined aria-hidden />} suffix={<Kbd keys="/" />}
          status={unread ? 'error' : ''} onChange={(event) => type(event.target.value)} onPressEnter={(event) => { if (!event.ctrlKey && !event.nativeEvent.isComposing) onEnter(); }} />
        <output className="number-total" aria-live="polite">
          <strong>{(answer?.total ?? 0).toLocaleString('en-US')}</strong> {numberText.unit} · <small>{numberText.elapsed(answer?.elapsedMs ?? 0)}</small>
        </output>
      </div>
      <div className="number-help" role={failure ? 'alert' : undefined}>{failure ? <QueryFailure failure={failure} /> : numberText.help}</div>
    </div>
  );
}

function QueryFailure({ failure }: { readonly failure: Failure }): ReactNode {
  return <StatusWord tone="error">{failureLine(failure)}</StatusWord>;
}
