import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import type { SetupState } from '#contract/session.ts';
import type { Failure } from '#contract/failures.ts';
import { may } from '#domain/staff/role.ts';
import { useStaff } from '../../stores/session.ts';
import { catalogueText } from '../../text/catalogue.ts';
import { failureText } from '../../text/failures.ts';
import { settingsText } from '../../text/settings.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { AboutPanel } from './about-panel.tsx';
import { CatalogueTab } from './catalogue/catalogue-tab.tsx';
import { CertificatePanel } from './certificate-panel.tsx';
import { DelegationPanel } from './approval/delegation-panel.tsx';
import { GradesPanel } from './grades-panel.tsx';
import { LeasePanel } from './leases/lease-panel.tsx';
import type { PanelProps } from './panel-props.ts';
import { PolicyPanel } from './policy-panel.tsx';
import { PrinterPanel } from './printer-panel.tsx';
import { SignersPanel } from './approval/signers-panel.tsx';
import { SigningKeyPanel } from './approval/signing-key-panel.tsx';
import { StaffPanel } from './staff-panel.tsx';
import { useReference } from './use-reference.ts';

type Tab = 'hall' | 'catalogue';

/** Staff, rules, certificate, printer, grades, and what the hall sells; everyone may read what applies to them, the admin changes it. */
export function SettingsScreen({ setup }: { readonly setup: SetupState }): ReactNode {
  const staff = useStaff();
  const [tab, setTab] = useState<Tab>('hall');
  const [failure, setFailure] = useState<Failure | null>(null);
  const reference = useReference(setFailure);
  const isAdmin = staff !== null && may(staff.role, 'hall/configure');
  const decides = staff !== null && may(staff.role, 'approval/decide');
  const words = failure ? failureText(failure) : null;
  const panel: PanelProps = { mayChange: isAdmin, onFailure: setFailure };
  const tabs = [{ value: 'hall', label: catalogueText.hallTab }, { value: 'catalogue', label: catalogueText.tab }] as const;
  useKeys([{ keys: 'F6', label: tab === 'hall' ? catalogueText.keys.tab : catalogueText.keys.hall, run: () => setTab(tab === 'hall' ? 'catalogue' : 'hall') }]);
  return (
    <div className="settings">
      <Toolbar title={settingsText.title}>
        <Segmented<Tab> className="filters" value={tab} onChange={setTab} options={[...tabs]} />
        {words ? <span role="alert"><StatusWord tone="error">{words.title}。{words.safe}{words.next}</StatusWord></span> : isAdmin ? null : <span className="hint">{settingsText.onlyAdmin}</span>}
      </Toolbar>
      {tab === 'catalogue' ? <CatalogueTab mayChange={isAdmin} /> : <div className="settings-body scroll">
        <div className="settings-column">
          {isAdmin ? <StaffPanel {...panel} /> : null}
          <PrinterPanel mayChange={staff !== null && staff.role !== 'auditor'} onFailure={setFailure} />
          {staff ? <LeasePanel onFailure={setFailure} works={may(staff.role, 'number/hold')} decides={decides} /> : null}
          {decides ? <><SigningKeyPanel onFailure={setFailure} /><DelegationPanel onFailure={setFailure} /></> : null}
          <AboutPanel setup={setup} reference={reference.value} />
        </div>
        <div className="settings-column">
          {reference.value ? <PolicyPanel key={JSON.stringify(reference.value.policy)} {...panel} reference={reference.value} onSaved={reference.put} /> : null}
          <CertificatePanel {...panel} />
          <SignersPanel {...panel} />
          {reference.value ? <GradesPanel reference={reference.value} /> : null}
        </div>
      </div>}
    </div>
  );
}
