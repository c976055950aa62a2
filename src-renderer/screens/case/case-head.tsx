import { DownOutlined, InfoCircleOutlined, PauseOutlined, PlayCircleOutlined, SwapOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '#contract/cases.ts';
import type { TaskName } from '#domain/cases/task.ts';
import { may } from '#domain/staff/role.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { useStaff } from '../../stores/session.ts';
import { caseText } from '../../text/case.ts';
import { deadlineWords } from '../../text/formats.ts';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { useNow } from '../../ui/use-now.ts';

/** Company, case number, whose turn, deadline, and what can be done to the case as a whole. */
export function CaseHead({ view, onPark, onCancel, onHistory }: {
  readonly view: CaseView;
  readonly onPark: () => void;
  readonly onCancel: () => void;
  readonly onHistory: () => void;
}): ReactNode {
  const { act, task } = useOpenCase();
  const signed = view.editable ? signedWord(view, task) : null;
  const staff = useStaff();
  const now = useNow(30_000);
  const own = staff?.staffNo === view.owner;
  const turnTone = view.turn === 'hall' ? 'info' : view.turn === 'supervisor' ? 'warning' : 'quiet';
  const menu = [{ key: 'history', label: caseText.history }, ...(view.editable || view.state === 'rejected' || view.state === 'failed' ? [{ key: 'cancel', label: caseText.cancel, danger: true }] : [])];
  const choose: MenuProps['onClick'] = ({ key, domEvent }) => {
    // Else the same Enter would press the dialog's first button as well.
    domEvent.preventDefault();
    if (key === 'cancel') onCancel();
    else onHistory();
  };
  return (
    <header className="case-head">
      <h1 className="ellipsis" title={view.customer.name}>{view.customer.name || caseText.unnamed}</h1>
      <span className="quiet nowrap">{view.caseNo}</span>
      {!own && view.turn === 'hall' ? null : <StatusWord boxed tone={turnTone} icon={<InfoCircleOutlined aria-hidden />}>{caseText.turn[view.turn]}</StatusWord>}
      {view.parked ? <StatusWord boxed tone="warning" icon={<PauseOutlined aria-hidden />}>{caseText.parked}{view.parked.note ? `：${view.parked.note}` : ''}</StatusWord> : null}
      {own ? null : <StatusWord boxed tone="quiet">{caseText.otherOwner(view.ownerName)}</StatusWord>}
      {signed ? <StatusWord boxed tone="warning">{signed}</StatusWord> : null}
      <span className="top-space" />
      {view.deadline ? <span className="hint nowrap">{caseText.deadline} <strong>{deadlineWords(view.deadline.at, now).text}</strong></span> : null}
      {!own && staff && may(staff.role, 'case/take-over') ? <QuietButton label={caseText.takeOver} icon={<SwapOutlined aria-hidden />} onClick={() => void act('cases/take-over', { caseId: view.caseId })} /> : null}
      {view.parked ? own && <QuietButton label={caseText.resume} keys="F4" icon={<PlayCircleOutlined aria-hidden />} onClick={() => void act('cases/resume', { caseId: view.caseId })} />
        : view.editable ? <QuietButton label={caseText.park} keys="F4" icon={<PauseOutlined aria-hidden />} onClick={onPark} /> : null}
      <Dropdown autoFocus trigger={['click']} menu={{ items: menu, onClick: choose }}>
        <Button>{caseText.more} <DownOutlined aria-hidden /></Button>
      </Dropdown>
    </header>
  );
}

/** What the agreement is drawn from. */
const basis: ReadonlySet<TaskName> = new Set(['customer', 'number', 'plan']);

/** Said before a change and after it: what was signed binds to what it said. */
function signedWord({ agreement }: CaseView, task: TaskName): string | null {
  if (!basis.has(task) || agreement.status === 'none') return null;
  return agreement.status === 'signed' ? caseText.signedAlready : caseText.signedOther;
}
