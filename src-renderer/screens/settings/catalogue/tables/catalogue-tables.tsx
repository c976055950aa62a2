import type { ReactNode } from 'react';
import type { CatalogueView } from '#contract/catalogue.ts';
import { rateLines } from '#domain/tariff/catalogue.ts';
import { catalogueText, chargesWords, daysWords, promotionWords, saleWords, sourceWords, takenWords } from '../../../../text/catalogue.ts';
import { amount } from '../../../../text/formats.ts';
import { ratesText } from '../../../../text/plan.ts';
import { Money } from '../../../../ui/money.tsx';
import { StatusWord } from '../../../../ui/status-word.tsx';
import type { CatalogueDesk, CatalogueList, CataloguePlan } from '../catalogue-desk.ts';
import { ChoiceTable, type Column, type Row } from './choice-table.tsx';

/** The list that is shown, one row chosen. */
export function CatalogueTables({ view, desk }: { readonly view: CatalogueView; readonly desk: CatalogueDesk }): ReactNode {
  const { columns, rows } = tablesOf(view)[desk.list]();
  return <ChoiceTable key={desk.list} name={desk.list} columns={columns} rows={rows} desk={desk} />;
}

/** Names of everything that another row may name. */
export const namesIn = ({ plans, addOns }: CatalogueView): ReadonlyMap<string, string> => new Map([...plans, ...addOns].map(({ id, name }) => [id, name]));

type Table = { readonly columns: readonly Column[]; readonly rows: readonly Row[] };

function tablesOf(view: CatalogueView): Readonly<Record<CatalogueList, () => Table>> {
  const names = namesIn(view);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const { planColumns: plan, addOnColumns: addOn, promotionColumns: promotion, versionColumns: version } = catalogueText;
  return {
    plans: () => ({
      columns: [{ head: plan.name }, { head: plan.fee, right: true }, { head: plan.included, right: true }, { head: plan.rates }, { head: plan.minimum, right: true }, { head: plan.prepay, right: true }, { head: plan.sale }],
      rows: view.plans.map((each) => ({ id: each.id, dim: !each.sellable, cells: planCells(each) })),
    }),
    'add-ons': () => ({
      columns: [{ head: addOn.name }, { head: addOn.charges }, { head: addOn.excludes }, { head: addOn.note }],
      rows: view.addOns.map((each) => ({ id: each.id, cells: [each.name, chargesWords(each), each.excludes.map(nameOf).join('、') || catalogueText.none, <span key="note" className="quiet">{each.note ?? catalogueText.none}</span>] })),
    }),
    promotions: () => ({
      columns: [{ head: promotion.name }, { head: promotion.what }, { head: promotion.plans }, { head: promotion.days }],
      rows: view.promotions.map((each) => ({ id: each.id, cells: [each.name, promotionWords(each, names), each.planIds?.map(nameOf).join('、') ?? catalogueText.allPlans, daysWords(each)] })),
    }),
    versions: () => ({
      columns: [{ head: version.version }, { head: version.source }, { head: version.at }, { head: version.by }, { head: version.cases, right: true }, { head: version.note }],
      rows: view.history.map((each) => ({
        id: each.version, cells: [each.version, sourceWords[each.source], takenWords(each.takenAt), each.takenBy ?? catalogueText.program, String(each.cases), <span key="note" className="quiet">{each.note || catalogueText.none}</span>],
      })),
    }),
  };
}

function planCells(plan: CataloguePlan): readonly ReactNode[] {
  const { minimum } = plan;
  return [
    plan.name,
    plan.monthlyFeeLi === null ? catalogueText.none : <Money key="fee" li={plan.monthlyFeeLi} size={13} dash />,
    plan.includedMinutes === 0 ? catalogueText.none : plan.includedMinutes.toLocaleString('en-US'),
    ratesText(rateLines(plan), ''),
    minimum.kind === 'none' ? catalogueText.none : minimum.kind === 'amount' ? <Money key="minimum" li={minimum.li} size={13} /> : `${amount(minimum.fromLi)} 起`,
    <Money key="prepay" li={plan.prepayLi} size={13} dash />,
    <StatusWord key="sale" tone={plan.sample ? 'info' : plan.sellable ? 'success' : plan.hallPriced ? 'warning' : 'quiet'}>{saleWords(plan)}</StatusWord>,
  ];
}
