import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Group } from '#domain/routing/routing-form.ts';
import { formText, sharesText, strategyLine, strategyName } from '../../text/routing.ts';
import { changeGroup, removeGroup } from './edit-form.ts';
import { letterIn, options, type PartProps, phoneOptions } from './form-parts.ts';

/** The groups: who rings, in which order, and what that means for each phone. */
export function GroupList({ edit, wrong }: PartProps): ReactNode {
  return <ul id="groups" tabIndex={-1} className="group-list">{edit.form.groups.map((group) => <GroupRow key={group.id} group={group} edit={edit} wrong={wrong} />)}</ul>;
}

function GroupRow({ group, edit, wrong }: PartProps & { readonly group: Group }): ReactNode {
  const { form, editable } = edit;
  const put = (patch: Partial<Group>): void => edit.change(changeGroup(form, group.id, patch));
  const at = (field: string): string => `groups-${group.id}-${field}`;
  const shares = sharesText(group, letterIn(form));
  return (
    <li className="group-row">
      <Input id={at('name')} size="small" value={group.name} maxLength={40} disabled={!editable} aria-label={formText.groupName} status={wrong(at('name'))}
        onChange={(event) => put({ name: event.target.value })} onBlur={edit.leave} />
      <Select id={at('strategy')} size="small" value={group.strategy} disabled={!editable} aria-label={`${group.name} ${formText.strategy}`} options={options(strategyName)} onChange={(strategy) => put({ strategy })} onBlur={edit.leave} />
      <Select id={at('members')} size="small" mode="multiple" showSearch={{ optionFilterProp: 'label' }} value={[...group.destinationIds]} disabled={!editable} aria-label={`${group.name} ${formText.members}`} placeholder={formText.members} status={wrong(at('members'))}
        options={phoneOptions(form)} onChange={(destinationIds) => put({ destinationIds })} onBlur={edit.leave} />
      <Button size="small" type="text" icon={<DeleteOutlined />} disabled={!editable} aria-label={`${formText.remove} ${group.name}`} onClick={() => { edit.change(removeGroup(form, group.id)); edit.leave(); }} />
      <p className="group-behaviour"><strong>{strategyName[group.strategy]}：</strong>{strategyLine[group.strategy]}{shares === '' ? '' : `　${formText.share} ${shares}`}</p>
    </li>
  );
}
