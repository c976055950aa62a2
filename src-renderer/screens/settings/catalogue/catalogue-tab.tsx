import { Segmented } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useBridge } from '../../../stores/bridge-context.ts';
import { catalogueText } from '../../../text/catalogue.ts';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { catalogueLists, type CatalogueList, chosenPlan, makeCatalogueDesk, rowIds } from './catalogue-desk.ts';
import { CatalogueDetail } from './catalogue-detail.tsx';
import { CatalogueStanding } from './catalogue-standing.tsx';
import { CatalogueTables } from './tables/catalogue-tables.tsx';
import './catalogue.css';

/** What this hall sells and by which version of it; the admin prices what is left to the hall and asks the carrier. */
export function CatalogueTab({ mayChange }: { readonly mayChange: boolean }): ReactNode {
  const bridge = useBridge();
  const [store] = useState(() => makeCatalogueDesk(bridge));
  const desk = useStore(store);
  useEffect(() => store.getState().start(), [store]);
  useKeys([
    { keys: '↑ ↓', label: catalogueText.move, run: (key) => desk.move(key === '↓' ? 1 : -1) },
    ...(mayChange && chosenPlan(desk)?.hallPriced ? [{ keys: 'Enter', label: catalogueText.keys.fill, when: 'no-field', run: () => document.getElementById('hall-price')?.focus() } as const] : []),
    { keys: 'F7', label: catalogueText.keys.list, run: () => desk.show(catalogueLists[(catalogueLists.indexOf(desk.list) + 1) % catalogueLists.length] ?? 'plans') },
    ...(mayChange ? [{ keys: 'F5', label: catalogueText.keys.fetch, run: () => void desk.fetchNow() }] : []),
  ]);
  const { view, list } = desk;
  if (view === null) return null;
  return (
    <div className="catalogue">
      <CatalogueStanding view={view} desk={desk} mayChange={mayChange} />
      <div className="catalogue-body">
        <div className="catalogue-main">
          <div className="catalogue-lists">
            <Segmented<CatalogueList> className="filters" value={list} onChange={desk.show}
              options={catalogueLists.map((value) => ({ value, label: <>{catalogueText.lists[value]} <strong>{rowIds(view, value).length}</strong></> }))} />
            <span className="hint">{list === 'versions' ? catalogueText.versionHint : catalogueText.unit}</span>
          </div>
          <CatalogueTables view={view} desk={desk} />
        </div>
        <CatalogueDetail view={view} desk={desk} mayChange={mayChange} />
      </div>
    </div>
  );
}
