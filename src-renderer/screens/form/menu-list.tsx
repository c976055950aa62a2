import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Menu } from '#domain/routing/routing-form.ts';
import { formText } from '../../text/routing.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { CountInput } from './count-input.tsx';
import { addKey, changeMenu, removeMenu } from './edit-form.ts';
import type { PartProps } from './form-parts.ts';
import { GoalSelect } from './goal-select.tsx';

/** Voice menus: what each key does, and what happens to callers who press none or a wrong one. */
export function MenuList(part: PartProps): ReactNode {
  const { menus } = part.edit.form;
  if (menus.length === 0) return <div id="menus" tabIndex={-1}><EmptyState title={formText.noMenus} next={formText.noMenusNext} /></div>;
  return <ul id="menus" tabIndex={-1} className="menu-list">{menus.map((menu) => <MenuCard key={menu.id} menu={menu} {...part} />)}</ul>;
}

function MenuCard({ menu, ...part }: PartProps & { readonly menu: Menu }): ReactNode {
  const { edit, wrong } = part;
  const { form, editable } = edit;
  const put = (patch: Partial<Menu>): void => edit.change(changeMenu(form, menu.id, patch));
  const at = (field: string): string => `menus-${menu.id}-${field}`;
  const branch = (field: 'operator' | 'onTimeout' | 'onInvalid', empty?: string): ReactNode => (
    <span className="menu-branch">
      <label htmlFor={at(field)}>{formText[field]}</label>
      <GoalSelect {...part} id={at(field)} label={`${menu.name} ${formText[field]}`} value={menu[field]} without={menu.id} {...(empty === undefined ? {} : { empty })} onPick={(goal) => put({ [field]: goal })} />
    </span>
  );
  return (
    <li className="menu-card">
      <header>
        <Input id={at('name')} size="small" value={menu.name} maxLength={40} disabled={!editable} aria-label={formText.menuName} status={wrong(at('name'))} onChange={(event) => put({ name: event.target.value })} onBlur={edit.leave} />
        <QuietButton small icon={<PlusOutlined />} label={formText.addKey} disabled={!editable} onClick={() => edit.change(addKey(form, menu.id))} />
        <Button size="small" type="text" icon={<DeleteOutlined />} disabled={!editable} aria-label={`${formText.remove} ${menu.name}`} onClick={() => { edit.change(removeMenu(form, menu.id)); edit.leave(); }} />
      </header>
      <ul className="menu-keys">{menu.keys.map((_, index) => <KeyRow key={index} menu={menu} index={index} put={put} {...part} />)}</ul>
      <div className="menu-branches">
        {branch('operator', formText.none)}{branch('onTimeout')}{branch('onInvalid')}
        <span className="menu-branch"><label htmlFor={at('tries')}>{formText.tries}</label><CountInput id={at('tries')} label={`${menu.name} ${formText.tries}`} value={menu.tries} most={20} status={wrong(at('tries'))} disabled={!editable} onRead={(tries) => put({ tries: tries ?? 1 })} onLeave={edit.leave} /><span className="hint">次</span></span>
      </div>
    </li>
  );
}

function KeyRow({ menu, index, put, ...part }: PartProps & { readonly menu: Menu; readonly index: number; readonly put: (patch: Partial<Menu>) => void }): ReactNode {
  const { edit, wrong } = part;
  const line = menu.keys[index];
  if (line === undefined) return null;
  const { editable } = edit;
  const change = (patch: Partial<typeof line>): void => put({ keys: menu.keys.map((one, at) => (at === index ? { ...one, ...patch } : one)) });
  const id = `menus-${menu.id}-key-${index}`;
  return (
    <li>
      <Input id={id} size="small" className="key-input" value={line.key} maxLength={1} disabled={!editable} aria-label={`${menu.name} ${formText.key}`} status={wrong(id)} onChange={(event) => change({ key: event.target.value.normalize('NFKC') })} onBlur={edit.leave} />
      <Input id={`${id}-label`} size="small" value={line.label} maxLength={40} disabled={!editable} aria-label={`${menu.name} ${line.key} ${formText.keyLabel}`} placeholder={formText.keyLabel} onChange={(event) => change({ label: event.target.value })} onBlur={edit.leave} />
      <GoalSelect {...part} id={`${id}-goal`} label={`${menu.name} ${line.key} ${formText.goesTo}`} value={line.goal} without={menu.id} onPick={(goal) => change({ goal })} />
      <Button size="small" type="text" icon={<DeleteOutlined />} disabled={!editable} aria-label={`${formText.remove} ${menu.name} ${line.key}`} onClick={() => { put({ keys: menu.keys.filter((_, at) => at !== index) }); edit.leave(); }} />
    </li>
  );
}
