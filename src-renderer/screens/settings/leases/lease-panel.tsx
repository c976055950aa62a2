import { Popconfirm } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { HallLeaseView, LeaseView } from '#contract/leases.ts';
import { useBridge } from '../../../stores/bridge-context.ts';
import { shortMoment } from '../../../text/formats.ts';
import { frameText } from '../../../text/frame.ts';
import { hallLeaseStates, leaseStates, leaseText } from '../../../text/leases.ts';
import { Panel } from '../../../ui/panel.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { ForceLeaseDialog } from './force-lease-dialog.tsx';
import type { PanelProps } from '../panel-props.ts';

/** This PC's numbers for offline hours; a supervisor also sees the other PCs' and may give one up with a second person. */
export function LeasePanel({ onFailure, works, decides }: Pick<PanelProps, 'onFailure'> & { readonly works: boolean; readonly decides: boolean }): ReactNode {
  const bridge = useBridge();
  const [lease, setLease] = useState<LeaseView | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void bridge.invoke('leases/state', undefined).then((answer) => { if (answer.ok) setLease(answer.value); });
    return bridge.subscribe('lease/changed', setLease);
  }, [bridge]);
  const act = async (channel: 'leases/grant' | 'leases/close'): Promise<void> => {
    setBusy(true);
    const answer = await bridge.invoke(channel, undefined);
    setBusy(false);
    onFailure(answer.ok ? null : answer.error);
    if (answer.ok) setLease(answer.value);
  };
  if (!lease) return null;
  return (
    <Panel title={leaseText.title} extra={works && lease.supported ? <span className="row-actions">
      <QuietButton small label={leaseText.grant} busy={busy} onClick={() => void act('leases/grant')} />
      {lease.state === 'active' ? (
        <Popconfirm title={leaseText.closeAsk} okText={leaseText.close} cancelText={frameText.cancel} onConfirm={() => void act('leases/close')}>
          <span><QuietButton small label={leaseText.close} onClick={() => undefined} /></span>
        </Popconfirm>
      ) : null}
    </span> : null}>
      <p className="hint">{lease.supported ? leaseText.hint : leaseText.unsupported}</p>
      {lease.supported ? (
        <p className="lease-line">
          <StatusWord tone={lease.state === 'active' ? 'success' : lease.state === 'none' ? 'quiet' : 'warning'}>{leaseStates[lease.state]}</StatusWord>
          {lease.state === 'active' ? <><strong>{leaseText.left(lease.left, lease.granted)}</strong>{lease.pickUntil ? <span className="quiet">{leaseText.until(shortMoment(lease.pickUntil))}</span> : null}</> : null}
        </p>
      ) : null}
      {decides && lease.supported ? <HallLeases own={lease.epoch} onOwn={setLease} onFailure={onFailure} /> : null}
    </Panel>
  );
}

function HallLeases({ own, onOwn, onFailure }: Pick<PanelProps, 'onFailure'> & { readonly own: number | null; readonly onOwn: (lease: LeaseView) => void }): ReactNode {
  const bridge = useBridge();
  const [rows, setRows] = useState<readonly HallLeaseView[] | null>(null);
  const [forced, setForced] = useState<HallLeaseView | null>(null);
  const ask = async (): Promise<void> => {
    const answer = await bridge.invoke('leases/hall', undefined);
    onFailure(answer.ok ? null : answer.error);
    if (answer.ok) setRows(answer.value);
  };
  // Seen at once, whatever the carrier's list says next.
  const done = (epoch: number, lease: LeaseView): void => {
    onOwn(lease);
    setForced(null);
    setRows((before) => (before ?? []).map((row) => (row.epoch === epoch ? { ...row, state: 'forced' } : row)));
    void ask();
  };
  const lives = (row: HallLeaseView): boolean => row.state === 'active' || row.state === 'over';
  return (
    <>
      {rows === null ? <QuietButton small label={leaseText.ask} onClick={() => void ask()} /> : <h3 className="lease-head">{leaseText.hall}</h3>}
      <ul className="setting-rows lease-rows">
        {(rows ?? []).map((row) => (
          <li key={row.epoch}>
            <span>{row.epoch === own ? <strong>{leaseText.here} </strong> : null}{row.device} <span className="hint">{leaseText.epoch(row.epoch)}</span></span><span>{leaseText.numbers(row.numbers)}</span>
            <StatusWord tone={row.state === 'over' || row.frozen ? 'warning' : lives(row) ? 'success' : 'quiet'}>{row.frozen && lives(row) ? leaseText.frozen : hallLeaseStates[row.state]}</StatusWord>
            <span className="hint">{lives(row) ? leaseText.settle(shortMoment(row.settleUntil)) : ''}</span>
            {lives(row) ? <QuietButton small label={leaseText.force} onClick={() => setForced(row)} /> : <span />}
          </li>
        ))}
      </ul>
      {forced ? <ForceLeaseDialog lease={forced} onDone={(lease) => done(forced.epoch, lease)} onClose={() => setForced(null)} /> : null}
    </>
  );
}
