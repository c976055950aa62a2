import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { GradeTable } from '#domain/number/grade/number-rules.ts';
import type { AddOn, Catalogue, Plan } from '#domain/tariff/catalogue.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(resolve('resources/reference', file), 'utf8'));

export const catalogue = read('plans.json') as Catalogue;
export const gradeTable = read('number-grades.json') as GradeTable;
export const prepayPolicy = (read('policy.json') as { tariff: { prepay: { minimumMonths: number } } }).tariff.prepay;

export function planNamed(id: string, from: Catalogue = catalogue): Plan {
  const plan = from.plans.find((each) => each.id === id);
  if (!plan) throw new Error(`no plan ${id}`);
  return plan;
}

export function addOnNamed(id: string): AddOn {
  const addOn = catalogue.addOns.find((each) => each.id === id);
  if (!addOn) throw new Error(`no add-on ${id}`);
  return addOn;
}
