import type { ReactNode } from 'react';
import type { CatalogueVersion, CatalogueView } from '#contract/catalogue.ts';
import { addOnFacts, type CatalogueFact, catalogueText, planFacts, promotionFacts, saleWords, sourceWords, takenWords } from '../../../text/catalogue.ts';
import { StatusWord } from '../../../ui/status-word.tsx';
import { type CatalogueDesk, chosenPlan, chosenRow } from './catalogue-desk.ts';
import { PricingForm } from './pricing-form.tsx';
import { namesIn } from './tables/catalogue-tables.tsx';

/** Everything that is known of the chosen row; where the hall prices a plan, that comes first. */
export function CatalogueDetail({ view, desk, mayChange }: { readonly view: CatalogueView; readonly desk: CatalogueDesk; readonly mayChange: boolean }): ReactNode {
  const plan = chosenPlan(desk);
  const id = chosenRow(desk);
  const other = plan ? null : otherRow(view, desk, id);
  const shown = plan ? { name: plan.name, facts: planFacts(plan), note: plan.note } : other;
  if (!shown) return <aside className="catalogue-side" />;
  return (
    <aside className="catalogue-side scroll" aria-label={shown.name}>
      <header><h2>{shown.name}</h2>{plan ? <StatusWord tone={plan.sample ? 'info' : plan.sellable ? 'success' : 'warning'}>{saleWords(plan)}</StatusWord> : null}</header>
      {plan?.hallPriced ? <PricingForm key={plan.id} plan={plan} desk={desk} mayChange={mayChange} /> : null}
      {shown.note ? <p className="catalogue-note"><StatusWord tone="info">{catalogueText.note}</StatusWord><span>{shown.note}</span></p> : null}
      <dl className="catalogue-facts">{shown.facts.map(({ label, value }) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
    </aside>
  );
}

type Shown = { readonly name: string; readonly facts: readonly CatalogueFact[]; readonly note: string | null };

function otherRow(view: CatalogueView, { list }: CatalogueDesk, id: string | null): Shown | null {
  const names = namesIn(view);
  const addOn = list === 'add-ons' ? view.addOns.find((each) => each.id === id) : undefined;
  if (addOn) return { name: addOn.name, facts: addOnFacts(addOn, names), note: addOn.note };
  const promotion = list === 'promotions' ? view.promotions.find((each) => each.id === id) : undefined;
  if (promotion) return { name: promotion.name, facts: promotionFacts(promotion, names), note: null };
  const version = list === 'versions' ? view.history.find((each) => each.version === id) : undefined;
  return version ? { name: catalogueText.version(version.version), facts: versionFacts(version), note: null } : null;
}

const versionFacts = ({ source, takenAt, takenBy, cases, note }: CatalogueVersion): readonly CatalogueFact[] => [
  { label: catalogueText.versionColumns.source, value: sourceWords[source] },
  { label: catalogueText.versionColumns.at, value: takenWords(takenAt) },
  { label: catalogueText.versionColumns.by, value: takenBy ?? catalogueText.program },
  { label: catalogueText.versionColumns.cases, value: catalogueText.casesOf(cases) },
  ...(note === '' ? [] : [{ label: catalogueText.versionColumns.note, value: note }]),
];
