import { AppstoreOutlined, AuditOutlined, CloudUploadOutlined, FileTextOutlined, NumberOutlined, PayCircleOutlined, SettingOutlined } from '@ant-design/icons';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Connection, StaffView } from '#contract/session.ts';
import { may } from '#domain/staff/role.ts';
import { type Place, useNavigation } from '../stores/navigation.ts';
import { useOpenCase } from '../stores/open-case.ts';
import { frameText } from '../text/frame.ts';
import { useRailCounts } from './use-rail-counts.ts';

type Item = { readonly key: string; readonly word: string; readonly icon: ReactNode; readonly count?: number; readonly current: boolean; readonly off?: boolean; readonly go: () => void };

const words = frameText.places;

/** The program's places. 选号 leads into the open case. */
export function Rail({ staff, connection }: { readonly staff: StaffView; readonly connection: Connection }): ReactNode {
  const { place, show } = useNavigation();
  const { view, task, goTo } = useOpenCase();
  const counts = useRailCounts(staff);
  const to = (target: Place, word: string, icon: ReactNode, count?: number): Item => ({ key: target, word, icon, count, current: place === target, go: () => show(target) });
  const into = (target: 'number', word: string, icon: ReactNode): Item => ({
    key: target, word, icon, current: place === 'case' && task === target, off: !view, go: () => { show('case'); void goTo(target); },
  });
  const reads = may(staff.role, 'case/read');
  const items: readonly Item[] = [
    ...(reads ? [
      to('workbench', words.workbench, <AppstoreOutlined aria-hidden />, counts.workbench),
      { ...to('case', words.case, <FileTextOutlined aria-hidden />), current: place === 'case' && task !== 'number', off: !view },
      into('number', words.number, <NumberOutlined aria-hidden />),
      to('approval', words.approval, <AuditOutlined aria-hidden />, counts.approval),
      to('till', words.till, <PayCircleOutlined aria-hidden />),
    ] : []),
    to('outbox', words.outbox, <CloudUploadOutlined aria-hidden />, connection.waiting + connection.parked),
  ];
  return (
    <nav className="rail" aria-label={frameText.nav} onKeyDown={moveInRail}>
      {items.map((item) => <RailButton key={item.key} item={item} />)}
      <span className="rail-space" />
      <RailButton item={{ ...to('settings', words.settings, <SettingOutlined aria-hidden />), current: place === 'settings' || place === 'rules' }} />
    </nav>
  );
}

/** F2 brings the focus here; ↑ ↓ walk the places, Enter goes, Esc gives the focus back to the work area. */
export function focusRail(): void {
  const rail = document.querySelector('.rail');
  (rail?.querySelector<HTMLElement>('[aria-current]') ?? rail?.querySelector<HTMLElement>('button:enabled'))?.focus();
}

function moveInRail(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:enabled')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step !== 0) buttons[(at + step + buttons.length) % buttons.length]?.focus();
  else if (event.key === 'Escape') buttons[at]?.blur();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function RailButton({ item }: { readonly item: Item }): ReactNode {
  return (
    <button type="button" className="rail-item" aria-label={item.count ? `${item.word} ${item.count}` : item.word} aria-current={item.current ? 'page' : undefined} disabled={item.off} title={item.off ? frameText.noCase : item.word} onClick={item.go}>
      <span className="rail-icon">{item.icon}</span><span className="rail-word">{item.word}</span>
      {item.count ? <span className="rail-count">{item.count}</span> : null}
    </button>
  );
}
