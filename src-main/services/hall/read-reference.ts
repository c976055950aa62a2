import type { ReferenceView } from '#contract/hall.ts';
import { gradeConditions } from '#domain/tariff/grade-conditions.ts';
import type { ConsoleContext } from '../console-context.ts';
import { rulesInForce } from '../rules/rules-in-force.ts';
import { readHall, readPolicy } from './policy.ts';

/** What the screens need of the reference tables and the hall's policy. */
export function readReference(context: ConsoleContext): ReferenceView {
  const { policy } = context.reference;
  const { rules, grades, version } = rulesInForce(context);
  const hall = readHall(context);
  return {
    grades: grades.grades.map(({ grade }) => ({ grade, ...gradeConditions(grade, grades, policy.tariff.prepay) })),
    gradesVersion: String(version), gradesConfirmed: grades.confirmed && rules.confirmed,
    policy: { ...readPolicy(context), cutOff: policy.activation.cutOff }, purposes: policy.customer.plainPurposeWords,
    hall: { code: hall.code, name: hall.name, region: hall.region, areaCode: hall.areaCode },
  };
}
