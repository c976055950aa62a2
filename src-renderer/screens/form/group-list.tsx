import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Group } from '#domain/routing/routing-form.ts';
import { expectedShares } from '#domain/routing/strategy.ts';
import { phoneLetter, strategyNames } from '#domain/routing/words/part-words.ts';
import { formText, sharesText, strategyOptions } from '../../text/routing.ts';
import { CountInput } from './count-input.tsx';
import { changeGroup, removeGroup, setMembers, setShare, setStrategy } from './edit-form.ts';
import { options, type PartProps, phoneOptions } from './form-parts.ts';
import { GoalSelect } from './goal-select.tsx';

/** The groups: who rings, in which order, what that means for each phone, and where calls go that a group cannot answer. */
export function GroupList(part: PartProps): ReactNode {
  return <ul id="groups" tabIndex={-1} className="group-list">{part.edit.form.groups.map((group) => <GroupRow key={group.id} group={group} {...part} />)}</ul>;
}

function GroupRow({ group, ...part }: PartProps & { readonly group: Group }): ReactNode {
  const { edit, wrong } = part;
  const { form, editable } = edit;
  const put = (patch: Partial<Group>): void => edit.change(changeGroup(form, group.id, patch));
  const at = (field: string): string => `groups-${group.id}-${field}`;
  return (
    <li className="group-row">
      <Input id={at('name')} size="small" value={group.name} maxLength={40} disabled={!editable} aria-label={formText.groupName} status={wrong(at('name'))} onChange={(event) => put({ name: event.target.value })} onBlur={edit.leave} />
      <Select id={at('strategy')} size="small" value={group.strategy} disabled={!editable} aria-label={`${group.name} ${formText.strategy}`} popupMatchSelectWidth={false} labelRender={({ value }) => strategyNames[value as Group['strategy']]}
        options={options(strategyOptions)} onChange={(strategy) => edit.change(setStrategy(form, group.id, strategy))} onBlur={edit.leave} />
      <Select id={at('members')} size="small" mode="multiple" showSearch={{ filterOption: (input, option) => (option?.label ?? '').includes(input.trim()) }} value={[...group.destinationIds]} disabled={!editable} aria-label={`${group.name} ${formText.members}`} placeholder={formText.members} status={wrong(at('members'))}
        options={phoneOptions(form)} onChange={(destinationIds: readonly string[]) => edit.change(setMembers(form, group.id, destinationIds))} onBlur={edit.leave} />
      <Button size="small" type="text" icon={<DeleteOutlined />} disabled={!editable} aria-label={`${formText.remove} ${group.name}`} onClick={() => { edit.change(removeGroup(form, group.id)); edit.leave(); }} />
      <div className="group-more">
        <ShareBars group={group} {...part} />
        <label htmlFor={at('onBusy')}>{formText.onBusy}</label>
        <GoalSelect {...part} id={at('onBusy')} label={`${group.name} ${formText.onBusy}`} value={group.onBusy} without={group.id} empty={formText.noOverflow} onPick={(onBusy) => put({ onBusy })} />
        <label htmlFor={at('onNoAnswer')}>{formText.onNoAnswer}</label>
        <GoalSelect {...part} id={at('onNoAnswer')} label={`${group.name} ${formText.onNoAnswer}`} value={group.onNoAnswer} without={group.id} empty={formText.noOverflow} onPick={(onNoAnswer) => put({ onNoAnswer })} />
      </div>
    </li>
  );
}

/** What a strategy does, as a bar and in words; by percent the shares are typed here. */
function ShareBars({ group, edit, wrong }: PartProps & { readonly group: Group }): ReactNode {
  const { form, editable } = edit;
  if (group.strategy === 'percentage') {
    return (
      <span className="share-inputs">
        {group.destinationIds.map((id, index) => {
          const letter = phoneLetter(form, id);
          const fieldId = `groups-${group.id}-share-${index}`;
          return <span key={id}>{letter}<CountInput id={fieldId} label={`${group.name} ${formText.shareOf(letter)}`} value={group.shares[index] ?? 0} most={100} status={wrong(fieldId)} disabled={!editable} onRead={(share) => edit.change(setShare(form, group.id, index, share ?? 0))} onLeave={edit.leave} />%</span>;
        })}
      </span>
    );
  }
  const shares = expectedShares(group);
  return (
    <span className="share-bars" title={strategyOptions[group.strategy]}>
      {shares.every(({ share }) => share !== undefined) ? <span className="share-bar" aria-hidden>{shares.map(({ destinationId, share }) => <i key={destinationId} style={{ flexGrow: share ?? 0 }}>{phoneLetter(form, destinationId)}</i>)}</span> : null}
      <span className="hint ellipsis">{shares.length < 2 ? '' : `${strategyOptions[group.strategy]}　`}{sharesText(form, group)}</span>
    </span>
  );
}
