import type { Li } from '../money/money.ts';

/** Everything an approval of a special number stands for; whatever else changes does not touch it. */
export type ApprovedContent = {
  readonly number: string;
  readonly grade: number;
  readonly ruleId: string;
  readonly planId: string;
  readonly planVersion: string;
  /** Add-on ids; their order means nothing. */
  readonly addOns: readonly string[];
  readonly amounts: Readonly<Record<string, Li>>;
  readonly creditCode: string;
  readonly customerName: string;
};

/** The canonical text whose SHA-256 binds an approval: one line of JSON, keys in order, characters as they are. */
export function approvalBinding(content: ApprovedContent): string {
  const amounts = Object.entries(content.amounts).toSorted(([a], [b]) => byText(a, b));
  return JSON.stringify(['approval/1', content.number, content.grade, content.ruleId, content.planId, content.planVersion, content.addOns.toSorted(byText), amounts, content.creditCode, content.customerName]);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
