/** What is wrong with a rule table. error: it cannot be published; warning: it can, and it should be looked at. */
export type RuleProblem = {
  readonly code: 'duplicate-id' | 'too-long' | 'letters-more-than-digits' | 'never-wins' | 'grade-missing' | 'grades-not-falling' | 'head-not-ours' | 'product-anchor';
  readonly at: string;
  readonly severity: 'error' | 'warning';
};
