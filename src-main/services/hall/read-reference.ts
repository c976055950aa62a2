import type { ReferenceView } from '#contract/hall.ts';
import { isSpecial } from '#domain/number/number-rules.ts';
import type { ConsoleContext } from '../console-context.ts';
import { readHall, readPolicy } from './policy.ts';

/** What the screens need of the reference tables and the hall's policy. */
export function readReference(context: ConsoleContext): ReferenceView {
  const { gradeTable, policy, numberRules } = context.reference;
  const { minimumMonths, specialAtLeastLi } = policy.tariff.prepay;
  const hall = readHall(context);
  return {
    grades: gradeTable.grades.map(({ grade, floorLi, hallMinimumLi, termMonths }) => ({
      grade, floorLi, hallMinimumLi, termMonths, prepayLi: isSpecial(grade) ? Math.max(minimumMonths * floorLi, specialAtLeastLi) : 0,
    })),
    gradesVersion: `${numberRules.version}/${gradeTable.version}`, gradesConfirmed: gradeTable.confirmed && numberRules.confirmed,
    policy: { ...readPolicy(context), cutOff: policy.activation.cutOff }, purposes: policy.customer.plainPurposeWords,
    hall: { code: hall.code, name: hall.name, region: hall.region, areaCode: hall.areaCode },
  };
}
