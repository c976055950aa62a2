import { Checkbox, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ListEntry } from '#domain/routing/routing-form.ts';
import { formText, listLine, readList } from '../../text/routing.ts';
import { forwardBusyTo } from './edit-form.ts';
import { options, type PartProps, phoneOptions } from './form-parts.ts';

/** Who is never, only or first put through; lists are pasted as lines. */
export function CallerLists({ edit, wrong }: PartProps): ReactNode {
  const { form, editable } = edit;
  return (
    <>
      <div className="caller-lists">
        <ListBox id="blackList" title={<strong>{formText.blackList}</strong>} label={formText.blackList} entries={form.blackList} status={wrong('blackList')} disabled={!editable}
          onType={(blackList) => edit.change({ ...form, blackList })} onLeave={edit.leave} />
        <ListBox id="whiteList" label={formText.whiteList} entries={form.whiteList} status={wrong('whiteList')} disabled={!editable} onType={(whiteList) => edit.change({ ...form, whiteList })} onLeave={edit.leave}
          title={<><strong>{formText.whiteList}</strong>
            <Select id="whiteListKind" size="small" value={form.whiteListKind} disabled={!editable} aria-label={formText.whiteList} options={options(formText.whiteKinds)} onChange={(whiteListKind) => edit.change({ ...form, whiteListKind })} onBlur={edit.leave} /></>} />
      </div>
      <p className="hint">{formText.listHint}</p>
      <div className="form-extras">
        <label htmlFor="busyForwardTo">{formText.busy}</label>
        <Select id="busyForwardTo" size="small" allowClear value={form.busyForwardTo} disabled={!editable} placeholder={formText.nobody} status={wrong('busyForwardTo')} options={phoneOptions(form)}
          onChange={(id: string | undefined) => edit.change(forwardBusyTo(form, id ?? null))} onBlur={edit.leave} />
        <Checkbox id="recording" checked={form.recording} disabled={!editable} onChange={(event) => { edit.change({ ...form, recording: event.target.checked }); edit.leave(); }}>{formText.recording}</Checkbox>
      </div>
    </>
  );
}

/** What is typed is the list at once; the text keeps its own line breaks until the box is left. */
function ListBox({ id, title, label, entries, status, disabled, onType, onLeave }: {
  readonly id: string;
  readonly title: ReactNode;
  readonly label: string;
  readonly entries: readonly ListEntry[];
  readonly status: '' | 'error' | 'warning';
  readonly disabled: boolean;
  readonly onType: (entries: readonly ListEntry[]) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const saved = entries.map(listLine).join('\n');
  const [text, setText] = useState<string | null>(null);
  const type = (next: string): void => {
    setText(next);
    onType(readList(next));
  };
  const leave = (): void => {
    setText(null);
    onLeave();
  };
  return (
    <div>
      <header>{title}<span className="hint">{formText.entries(text === null ? entries.length : readList(text).length)}</span></header>
      <Input.TextArea id={id} rows={4} value={text ?? saved} disabled={disabled} aria-label={label} status={status} spellCheck={false} onChange={(event) => type(event.target.value)} onBlur={leave} />
    </div>
  );
}
