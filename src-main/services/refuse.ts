import type { Failure, FailureCode } from '#contract/failures.ts';
import { type Fail, fail } from '#domain/result.ts';

/** A refusal of a service, ready for the door. */
export const refuse = (code: FailureCode, facts?: Failure['facts']): Fail<Failure> => fail(facts ? { code, facts } : { code });
