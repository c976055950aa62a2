import type { ReactNode } from 'react';
import type { CatalogueView } from '#contract/catalogue.ts';
import { aboveRange, carrierWords, catalogueFailureWords, catalogueText, problemWords, sourceWords, takenWords } from '../../../text/catalogue.ts';
import { shortMoment } from '../../../text/formats.ts';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { StatusWord, type Tone } from '../../../ui/status-word.tsx';
import type { CatalogueDesk } from './catalogue-desk.ts';
import { namesIn } from './tables/catalogue-tables.tsx';

/** Which version is in force, how it stands with the carrier, and what is to be looked at. */
export function CatalogueStanding({ view, desk, mayChange }: { readonly view: CatalogueView; readonly desk: CatalogueDesk; readonly mayChange: boolean }): ReactNode {
  const names = namesIn(view);
  const { problem } = view.carrier ?? { problem: null };
  // What is wrong in it says more than that it cannot be used.
  const words = desk.failure && !(desk.failure.code === 'catalogue-unreadable' && problem) ? catalogueFailureWords(desk.failure) : null;
  return (
    <>
      <div className="catalogue-standing">
        <strong>{catalogueText.version(view.version)}</strong>
        <span className="hint">{sourceWords[view.source]} {takenWords(view.takenAt)}</span>
        {view.confirmed ? <StatusWord tone="success">{catalogueText.confirmed}</StatusWord> : <StatusWord boxed tone="warning">{catalogueText.unconfirmed}</StatusWord>}
        <span className="catalogue-carrier"><CarrierLine carrier={view.carrier} busy={desk.busy === 'fetch'} /></span>
        {mayChange ? <QuietButton small label={catalogueText.fetch} keys="F5" busy={desk.busy === 'fetch'} onClick={() => void desk.fetchNow()} /> : <span className="hint">{catalogueText.onlyAdmin}</span>}
      </div>
      {words || view.warnings.length > 0 || problem ? (
        <ul className="catalogue-warnings">
          {words ? <li role="alert"><StatusWord tone="error">{words}</StatusWord></li> : null}
          {problem ? <li role="status"><StatusWord tone="error">{problemWords(problem, names)}</StatusWord></li> : null}
          {view.warnings.map((warning) => <li key={`${warning.planId}-${warning.grade}`}><StatusWord tone="warning">{aboveRange(warning, names.get(warning.planId) ?? warning.planId)}</StatusWord></li>)}
        </ul>
      ) : null}
    </>
  );
}

const tones: Readonly<Record<NonNullable<CatalogueView['carrier']>['outcome'], Tone>> = { same: 'success', taken: 'success', unreadable: 'error', offline: 'warning' };

function CarrierLine({ carrier, busy }: { readonly carrier: CatalogueView['carrier']; readonly busy: boolean }): ReactNode {
  if (busy) return <span className="hint">{catalogueText.fetching}</span>;
  if (carrier === null) return <span className="hint">{catalogueText.carrier} {catalogueText.never}</span>;
  const isBehind = carrier.outcome === 'offline' || carrier.outcome === 'unreadable';
  return (
    <>
      <span className="hint">{catalogueText.carrier} {catalogueText.asked(shortMoment(carrier.at))}</span>
      <StatusWord tone={tones[carrier.outcome]}>{carrierWords(carrier)}</StatusWord>
      {isBehind && carrier.heardAt ? <span className="hint">{catalogueText.heard(shortMoment(carrier.heardAt))}</span> : null}
    </>
  );
}
