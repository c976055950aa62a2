/** What in the carrier's catalogue could not be used: the offering (empty: all of it), the member, and why; `text/` has the words. */
export type CatalogueProblem = { readonly offering: string; readonly member: string; readonly why: string };

/** The carrier's catalogue in the hall's shape, not yet checked. */
export type OfferedCatalogue = { readonly version: string; readonly confirmed: boolean; readonly plans: readonly unknown[]; readonly addOns: readonly unknown[]; readonly promotions: readonly unknown[] };

/** What the carrier said when it was asked for its catalogue; `same`: it is still the one of the ETag. */
export type CatalogueNews =
  | { readonly kind: 'same' } | { readonly kind: 'offline' } | { readonly kind: 'unreadable'; readonly problem: CatalogueProblem }
  | { readonly kind: 'offered'; readonly offered: OfferedCatalogue; readonly etag: string | null };

/** What came of it. same: it says what is in force. taken: it is in force now. unreadable: nothing has changed. */
export type CatalogueOutcome = 'same' | 'taken' | 'unreadable' | 'offline';
