import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Answer } from '#contract/contract.ts';
import type { PrinterView } from '#contract/hall.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { settingsText } from '../../text/settings.ts';
import { Panel } from '../../ui/panel.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import type { PanelProps } from './panel-props.ts';

const tones = { idle: 'success', busy: 'info', stopped: 'error', unknown: 'warning' } as const;

/** The system's printers; one of them is used for papers. */
export function PrinterPanel({ mayChange, onFailure }: PanelProps): ReactNode {
  const bridge = useBridge();
  const [printers, setPrinters] = useState<readonly PrinterView[] | null>(null);
  const take = useCallback((answer: Answer<'print/printers'>) => {
    if (answer.ok) setPrinters(answer.value);
    else onFailure(answer.error);
  }, [onFailure]);
  useEffect(() => { void bridge.invoke('print/printers', undefined).then(take); }, [bridge, take]);
  const use = async (name: string): Promise<void> => {
    onFailure(null);
    take(await bridge.invoke('print/choose-printer', { name }));
  };
  return (
    <Panel title={settingsText.printer} extra={<QuietButton small label={settingsText.refresh} onClick={() => void bridge.invoke('print/printers', undefined).then(take)} />}>
      {printers?.length === 0 ? <p className="quiet">{settingsText.printerNone}</p> : null}
      <ul className="setting-rows">
        {(printers ?? []).map((one) => (
          <li key={one.name}>
            <strong className="ellipsis">{one.name}</strong><StatusWord tone={tones[one.state]}>{settingsText.printerStates[one.state]}{one.note ? `，${one.note}` : ''}</StatusWord>
            {one.isDefault ? <StatusWord boxed tone="info">{settingsText.default}</StatusWord> : mayChange ? <QuietButton small label={settingsText.use} onClick={() => void use(one.name)} /> : <span />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
