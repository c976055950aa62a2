import type { CaseView } from '#contract/cases.ts';

/** How a child of the campaign is started. `half-step` takes its transactions away: the campaign must see that. */
export type ChildOptions = {
  readonly folder: string;
  readonly carrier: { readonly baseUrl: string; readonly token: string };
  readonly source: boolean;
  readonly mutant: 'half-step' | null;
};

export type ParentMessage =
  | { readonly kind: 'views' }
  | { readonly kind: 'work'; readonly caseId: string | null; readonly sequence: number }
  | { readonly kind: 'close' };

export type ChildMessage =
  | { readonly kind: 'opened' }
  | { readonly kind: 'views'; readonly views: readonly CaseView[] }
  | { readonly kind: 'begun'; readonly step: string }
  | { readonly kind: 'acknowledged'; readonly step: string; readonly view: CaseView }
  | { readonly kind: 'done' }
  | { readonly kind: 'broke'; readonly step: string; readonly problem: string };
