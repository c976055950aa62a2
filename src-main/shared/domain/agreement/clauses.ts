/** The agreement's wording with its version: data of `resources/reference/agreement-clauses.json`, loaded and handed in. */
export type AgreementClauses = {
  readonly template: { readonly id: string; readonly version: string };
  /** True until the business owner has confirmed the wording. */
  readonly draft: boolean;
  readonly clauses: readonly Clause[];
  /** Read out word for word on the first page. */
  readonly disclosure: { readonly title: string; readonly lines: readonly string[]; readonly tick: string };
  readonly formDeclarations: readonly string[];
  readonly receiptNotes: { readonly disclosure: string; readonly invoice: string };
};

/** One clause; items carry `**bold**` and `!!bold in accent!!`. */
export type Clause = { readonly number: number; readonly title: string; readonly items: readonly ClauseItem[] };

/** One item with the rules it rests on; `basis` says whether a source states it or we have to confirm it. */
export type ClauseItem = { readonly id: string; readonly text: string; readonly rests: string; readonly basis: 'sourced' | 'to-confirm' };
