import type { WorkOrder } from './desk.ts';
import type { Everything, Standing } from './standing.ts';

/** What a mutant breaks: `half-step` takes the transactions away, `late-claim` writes the claim of a leased pick after its transaction. The campaign must see either. */
export type Mutant = 'half-step' | 'late-claim';

/** How a child of the campaign is started. */
export type ChildOptions = {
  readonly folder: string;
  readonly carrier: { readonly baseUrl: string; readonly token: string };
  readonly leases: 'automatic' | 'by-hand';
  readonly source: boolean;
  readonly mutant: Mutant | null;
};

export type ParentMessage =
  | { readonly kind: 'read' }
  | { readonly kind: 'work'; readonly order: WorkOrder }
  | { readonly kind: 'line-done' }
  | { readonly kind: 'close' };

export type ChildMessage =
  | { readonly kind: 'opened' }
  | { readonly kind: 'everything'; readonly everything: Everything }
  | { readonly kind: 'line'; readonly up: boolean }
  | { readonly kind: 'begun'; readonly step: string }
  | { readonly kind: 'acknowledged'; readonly step: string; readonly standing: Standing }
  | { readonly kind: 'done' }
  | { readonly kind: 'broke'; readonly step: string; readonly problem: string };
