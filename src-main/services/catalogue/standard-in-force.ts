import { type HallStandard, hallStandard } from '#domain/tariff/number-conditions.ts';
import type { ConsoleContext } from '../console-context.ts';
import { catalogueInForce } from './catalogue-in-force.ts';

/** 营业厅标准 of the catalogue in force with the hall's prepayment policy: what a number is said to cost before a plan is chosen. */
export const standardInForce = (context: Pick<ConsoleContext, 'mode' | 'reference' | 'db'>): HallStandard =>
  hallStandard(catalogueInForce(context), context.reference.policy.tariff.prepay);
