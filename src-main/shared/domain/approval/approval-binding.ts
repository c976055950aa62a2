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

/** The content of a canonical text; null when it is not the very text that `approvalBinding` makes of it. */
export function readBinding(text: string): ApprovedContent | null {
  const read = jsonOf(text);
  if (!Array.isArray(read) || read.length !== 10 || read[0] !== 'approval/1') return null;
  const [, number, grade, ruleId, planId, planVersion, addOns, amounts, creditCode, customerName] = read as readonly unknown[];
  const texts = [number, ruleId, planId, planVersion, creditCode, customerName];
  if (!texts.every((one) => typeof one === 'string') || typeof grade !== 'number' || !isList(addOns, isText) || !isList(amounts, isAmount)) return null;
  const content = { number, grade, ruleId, planId, planVersion, addOns, amounts: Object.fromEntries(amounts), creditCode, customerName } as ApprovedContent;
  return approvalBinding(content) === text ? content : null;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isAmount = (value: unknown): value is readonly [string, Li] => Array.isArray(value) && value.length === 2 && isText(value[0]) && Number.isSafeInteger(value[1]);
const isList = <T>(value: unknown, is: (entry: unknown) => entry is T): value is readonly T[] => Array.isArray(value) && value.every(is);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
