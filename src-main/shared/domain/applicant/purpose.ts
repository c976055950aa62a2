import type { CustomerPolicy, CustomerProblem } from './customer.ts';

/** A purpose must be lawful and match the licence (MIIT 2016); only a banned word refuses, the rest is for the clerk to judge. */
export function purposeProblems(purpose: string, businessScope: string, policy: CustomerPolicy): readonly CustomerProblem[] {
  const text = purpose.trim();
  if (text === '') return [{ field: 'purpose', code: 'missing', severity: 'error' }];
  const banned = policy.bannedPurposes.find((word) => text.includes(word));
  if (banned !== undefined) return [{ field: 'purpose', code: 'purpose-banned', facts: { word: banned, purpose: text }, severity: 'error' }];
  const scope = businessScope.trim();
  if (scope === '') return [{ field: 'businessScope', code: 'missing', severity: 'warning' }];
  if (withinScope(text, scope, policy.plainPurposeWords)) return [];
  return [{ field: 'purpose', code: 'purpose-outside-scope', facts: { purpose: text }, severity: 'warning' }];
}

/** Within, when what is left after the plain words shares two neighbouring characters with the scope. */
function withinScope(purpose: string, scope: string, plainWords: readonly string[]): boolean {
  const own = plainWords.reduce((text, word) => text.replaceAll(word, ' '), purpose);
  const runs = own.match(/[\p{Script=Han}\p{L}\p{N}]{2,}/gu) ?? [];
  if (runs.length === 0) return true;
  return runs.some((run) => {
    const characters = Array.from(run);
    return characters.some((character, index) => index > 0 && scope.includes(`${characters[index - 1]}${character}`));
  });
}
