import type { ReferenceView } from '#contract/hall.ts';
import { numberConditions } from '#domain/tariff/number-conditions.ts';
import { standardInForce } from '../catalogue/standard-in-force.ts';
import type { ConsoleContext } from '../console-context.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { readHall, readPolicy } from './policy.ts';

/** What the screens need of the reference tables and the hall's policy. */
export function readReference(context: ConsoleContext): ReferenceView {
  const { policy } = context.reference;
  const standard = standardInForce(context);
  const { rules, grades, version } = rulesInForce(context);
  const hall = readHall(context);
  return {
    grades: grades.grades.map(({ grade }) => ({ grade, ...numberConditions(grade, 0, grades, standard) })),
    gradesVersion: String(version), gradesConfirmed: grades.confirmed && rules.confirmed,
    policy: { ...readPolicy(context), cutOff: policy.activation.cutOff }, purposes: policy.customer.plainPurposeWords,
    routing: policy.routing, regions: context.reference.regions,
    hall: { code: hall.code, name: hall.name, region: hall.region, areaCode: hall.areaCode },
  };
}
