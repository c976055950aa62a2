import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type ReactNode, type RefObject, useState } from 'react';
import { failureLine } from '../../../text/failure-line.ts';
import { finderText } from '../../../text/number-finder.ts';
import { numberText } from '../../../text/number.ts';
import { examplesText } from '../../../text/query-examples.ts';
import { understoodText } from '../../../text/understood.ts';
import { Kbd } from '../../../ui/keys/kbd.tsx';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import type { NumberSearchState } from '../number-search.ts';
import { QueryExamplesDialog } from './query-examples-dialog.tsx';

/** The query box, 38 px high, with the exact total and the time it took; below it how each word was understood. */
export function QueryBar({ search, input, onEnter }: {
  readonly search: NumberSearchState;
  readonly input: RefObject<InputRef | null>;
  readonly onEnter: () => void;
}): ReactNode {
  const { text, failure, type } = search;
  const [helping, setHelping] = useState(false);
  useKeys([{ keys: 'Ctrl+H', label: examplesText.open, run: () => setHelping(true), shown: false }]);
  const unread = failure?.code === 'query-not-understood' || failure?.code === 'number-not-orderable';
  return (
    <div className="number-query">
      <div className="number-query-line">
        <Input ref={input} className="number-query-input" autoFocus allowClear spellCheck={false} value={text} aria-label={numberText.query} aria-describedby="number-understood" maxLength={80}
          placeholder={numberText.placeholder} prefix={<SearchOutlined aria-hidden />} suffix={<Kbd keys="/" />}
          status={unread ? 'error' : ''} onChange={(event) => type(event.target.value)} onPressEnter={(event) => { if (!event.ctrlKey && !event.nativeEvent.isComposing) onEnter(); }} />
        <Total search={search} />
      </div>
      <div className="number-help-line">
        <Understood search={search} />
        <button type="button" className="link number-examples" onClick={() => setHelping(true)}>{examplesText.open}<Kbd keys="Ctrl+H" /></button>
      </div>
      {helping ? <QueryExamplesDialog onChoose={(example) => { type(example); setHelping(false); }} onClose={() => setHelping(false)} /> : null}
    </div>
  );
}

function Total({ search: { answer, showing, suggestions, rows } }: { readonly search: NumberSearchState }): ReactNode {
  const suggested = showing !== 'found' && showing !== 'shortlist';
  const count = showing === 'found' ? (answer?.total ?? 0) : rows.length;
  return (
    <output className="number-total" aria-live="polite">
      <strong>{count.toLocaleString('en-US')}</strong> {showing === 'found' ? numberText.unit : suggested ? finderText.suggestUnit : finderText.listUnit}
      {showing === 'shortlist' ? null : <>{' · '}<small>{numberText.elapsed((suggested ? suggestions?.elapsedMs : answer?.elapsedMs) ?? 0)}</small></>}
    </output>
  );
}

function Understood({ search: { text, answer, failure, showing, rows, suggestions } }: { readonly search: NumberSearchState }): ReactNode {
  // That the numbers are not here yet is told in the middle of the screen, with what follows.
  if (failure && failure.code !== 'pool-not-loaded') return <div id="number-understood" className="number-help" role="alert"><StatusWord tone="error">{failureLine(failure)}</StatusWord></div>;
  if (showing === 'shortlist') return <div id="number-understood" className="number-help">{finderText.listShown}</div>;
  if (showing !== 'found') {
    const { sources = [] } = suggestions ?? {};
    const all = sources.reduce((sum, source) => sum + (showing === 'suggested' || (source.kind === showing.kind && source.from === showing.from) ? source.count : 0), 0);
    return <div id="number-understood" className="number-help">{finderText.suggestedFor(rows.length, all)}</div>;
  }
  const words = text.trim() === '' ? [] : (answer?.understood ?? []);
  return (
    <div id="number-understood" className="number-help" data-empty={words.length === 0}>
      {words.length === 0 ? numberText.help : words.map(({ source, meaning }) => <span key={source} className="understood"><b>{source}</b> {understoodText(meaning)}</span>)}
    </div>
  );
}
