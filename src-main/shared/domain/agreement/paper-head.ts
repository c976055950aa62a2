import type { PenStrokes } from './pen-stroke.ts';

/** A day in the hall's calendar, `2026-09-24`. */
export type PaperDate = string;

/** A moment by the hall's clock without zone, `2026-09-24T10:16:12`. */
export type PaperTime = string;

/** Ten digits of a 400 number; printed in groups as 400-600-1688. */
export type PaperNumber = string;

/** What stands in the head and foot of each page and whose paper it is. */
export type PaperHead = SheetHead & {
  /** 受理编号. */
  readonly caseNumber: string;
  /** Name of the customer's handler (经办人). */
  readonly handlerName: string;
};

/** The same without a case: a paper of the hall itself (日结单). */
export type SheetHead = {
  /** 协议编号, 单据编号, 收据号 or 日结编号: unique, capitals, digits and hyphens only (it goes into the page's QR). */
  readonly documentNumber: string;
  /** Form id and version of the template, e.g. `XY-400`, `第5版（2026-11）`. */
  readonly template: { readonly id: string; readonly version: string };
  readonly hall: PaperHall;
  readonly clerk: PaperStaff;
  /** 训练 across each page; the paper has no effect. */
  readonly training: boolean;
  /** Some characters were left as ＿ to be completed by hand (no font has them). */
  readonly completedByHand: boolean;
};

/** The hall as paper names it; `branchName` is the contracting company (乙方). */
export type PaperHall = {
  readonly name: string;
  readonly code: string;
  readonly branchName: string;
  readonly city: string;
  readonly serviceLine: string;
};

/** A member of staff on paper: name and staff number (工号). */
export type PaperStaff = { readonly name: string; readonly staffNumber: string };

/** One signature on paper with the moment it was given; strokes from the pad, or empty for a pen on the print. */
export type PaperSignature = { readonly strokes: PenStrokes; readonly at: PaperTime };

/** When the service will run at the latest; `expected` where a calendar or the number itself is not certain yet. */
export type PaperDue = {
  readonly date: PaperDate;
  readonly expected: boolean;
  readonly workingDays: number;
  readonly startsWith: 'payment' | 'complete-case';
  /** Why that day, e.g. 中秋、国庆放假不计；10月10日上班计入; empty where nothing is to be said. */
  readonly reason: string;
};

/** The print a page comes from; not part of the content: 1 is the original, from 2 on a copy (副本). */
export type PaperPrint = { readonly count: number };
