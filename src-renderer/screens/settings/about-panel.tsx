import type { ReactNode } from 'react';
import type { ReferenceView } from '#contract/hall.ts';
import type { SetupState } from '#contract/session.ts';
import { settingsText } from '../../text/settings.ts';
import { Panel } from '../../ui/panel.tsx';

export function AboutPanel({ setup, reference }: { readonly setup: SetupState; readonly reference: ReferenceView | null }): ReactNode {
  return (
    <Panel title={settingsText.about}>
      <dl className="figures">
        <dt>{settingsText.hall}</dt><dd>{setup.hallName} {setup.hallCode}</dd>
        {reference ? <><dt>{settingsText.region}</dt><dd>{reference.hall.region} {reference.hall.areaCode}</dd></> : null}
        <dt>{settingsText.mode}</dt><dd>{setup.mode === 'training' ? settingsText.training : settingsText.real}</dd>
        <dt>{settingsText.version}</dt><dd>{setup.version}</dd>
      </dl>
    </Panel>
  );
}
