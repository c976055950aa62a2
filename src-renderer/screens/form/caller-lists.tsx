import { UploadOutlined } from '@ant-design/icons';
import { Checkbox, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ListImport } from '#contract/routing.ts';
import { entryKey } from '#domain/routing/list-entry.ts';
import type { ListEntry } from '#domain/routing/routing-form.ts';
import { formText } from '../../text/routing.ts';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { options, type PartProps } from './form-parts.ts';
import { ImportReport, useListImport } from './import-list.tsx';
import { LONGEST_TYPED, listLine, readList } from './list-text.ts';
import { RegionSelect } from './region-select.tsx';

type List = 'blackList' | 'whiteList';

/** Who is never, only or first put through: pasted as lines, or read from a file; and which places. */
export function CallerLists({ caseId, ...part }: PartProps & { readonly caseId: string }): ReactNode {
  const { edit, wrong, regions } = part;
  const { form, editable } = edit;
  const [into, setInto] = useState<List>('blackList');
  const [read, setRead] = useState<ListImport | null>(null);
  const files = useListImport(caseId, editable, setRead);
  const pick = (list: List): void => { setInto(list); files.pick(); };
  const merge = (list: ListImport): void => {
    const known = new Set(form[into].map(saidBy));
    edit.change({ ...form, [into]: [...form[into], ...list.entries.filter((entry) => !known.has(saidBy(entry)))] });
    edit.leave();
  };
  const box = (list: List, title: ReactNode): ReactNode => (
    <ListBox id={list} title={title} label={formText[list].split('：')[0] ?? ''} entries={form[list]} status={wrong(list)} disabled={!editable} onType={(entries) => edit.change({ ...form, [list]: entries })} onLeave={edit.leave} onImport={() => pick(list)} />
  );
  return (
    <>
      {files.input}
      {read === null ? null : <ImportReport list={(formText[into].split('：')[0] ?? '')} report={read} onTake={() => { merge(read); setRead(null); }} onClose={() => setRead(null)} />}
      <div className="caller-lists">
        {box('blackList', <strong>{formText.blackList}</strong>)}
        {box('whiteList', <><strong>{formText.whiteList}</strong>
          <Select id="whiteListKind" size="small" value={form.whiteListKind} disabled={!editable} aria-label={formText.whiteList} options={options(formText.whiteKinds)} onChange={(whiteListKind) => edit.change({ ...form, whiteListKind })} onBlur={edit.leave} /></>)}
      </div>
      <p className="hint list-hint">{formText.listHint}</p>
      <div className="region-block">
        <label htmlFor="deniedRegions">{formText.denied}</label>
        <RegionSelect id="deniedRegions" label={formText.denied} value={form.deniedRegions} placeholder={formText.none} regions={regions} disabled={!editable} status={wrong('deniedRegions')} onPick={(deniedRegions) => edit.change({ ...form, deniedRegions })} onLeave={edit.leave} />
        <Checkbox id="allowOnly" checked={form.allowOnly} disabled={!editable} onChange={(event) => { edit.change({ ...form, allowOnly: event.target.checked }); edit.leave(); }}>{formText.allowOnly}</Checkbox>
        <RegionSelect id="allowedRegions" label={formText.allowOnly} value={form.allowedRegions} placeholder={formText.none} regions={regions} disabled={!editable || !form.allowOnly} status={wrong('allowedRegions')} onPick={(allowedRegions) => edit.change({ ...form, allowedRegions })} onLeave={edit.leave} />
      </div>
    </>
  );
}

const saidBy = (entry: ListEntry): string => `${entryKey(entry) ?? entry.pattern} ${entry.from ?? ''} ${entry.to ?? ''}`;

/** What is typed is the list at once; the text keeps its own line breaks until the box is left. A long list is told by its count. */
function ListBox({ id, title, label, entries, status, disabled, onType, onLeave, onImport }: {
  readonly id: List;
  readonly title: ReactNode;
  readonly label: string;
  readonly entries: readonly ListEntry[];
  readonly status: '' | 'error' | 'warning';
  readonly disabled: boolean;
  readonly onType: (entries: readonly ListEntry[]) => void;
  readonly onLeave: () => void;
  readonly onImport: () => void;
}): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const long = entries.length > LONGEST_TYPED;
  const type = (next: string): void => {
    setText(next);
    onType(readList(next, entries));
  };
  return (
    <div>
      <header>{title}<span className="hint">{formText.entries(entries.length)}</span><QuietButton small icon={<UploadOutlined />} label={formText.importList} disabled={disabled} onClick={onImport} /></header>
      {long ? (
        <div id={id} tabIndex={-1} className="long-list">
          <p>{formText.longList(entries.length)}</p>
          <p className="hint ellipsis">{entries.slice(0, 8).map(listLine).join('　')} …</p>
          <QuietButton small danger label={formText.clearList} disabled={disabled} onClick={() => { onType([]); onLeave(); }} />
        </div>
      ) : (
        <Input.TextArea id={id} rows={4} value={text ?? entries.map(listLine).join('\n')} disabled={disabled} aria-label={label} status={status} spellCheck={false} onChange={(event) => type(event.target.value)} onBlur={() => { setText(null); onLeave(); }} />
      )}
    </div>
  );
}
