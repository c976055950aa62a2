import type { Li } from '../money/money.ts';
import type { PaperDate, PaperDue, PaperHead, PaperNumber, PaperSignature, PaperTime } from './paper-head.ts';

/** Everything printed on a 400业务合作协议, already masked as paper masks; the clauses are handed in beside it. */
export type AgreementPaper = {
  readonly kind: 'agreement';
  readonly head: PaperHead;
  readonly signedOn: PaperDate;
  readonly customer: {
    readonly name: string;
    readonly creditCode: string;
    readonly legalPerson: string;
    /** Identity number masked 6 + 4; `position` with its ground, e.g. 综合部经理（凭授权书）. */
    readonly handler: { readonly name: string; readonly identity: string; readonly position: string };
    readonly address: string;
  };
  /** Who approved a special number and under which approval; absent for ordinary numbers. */
  readonly approval?: { readonly approver: string; readonly number: string };
  readonly number: {
    readonly digits: PaperNumber;
    readonly special: boolean;
    /** 1 to 6, 9 is ordinary. */
    readonly grade: number;
    /** Rules hit, in words: 尾号1688. */
    readonly rules: readonly string[];
    /** Picked offline: printed 待确认 with these fallbacks by rank. Absent when the hold is the carrier's. */
    readonly provisional?: { readonly fallbacks: readonly PaperNumber[] };
  };
  readonly due: PaperDue;
  readonly summary: AgreementSummary;
  readonly dueToday: { readonly total: Li; readonly parts: readonly { readonly label: string; readonly amount: Li }[] };
  readonly prices: {
    readonly catalogueVersion: string;
    readonly taxIncluded: boolean;
    readonly lines: readonly PriceLine[];
    /** Fixed cost over the term; absent where there is no term. */
    readonly overTerm?: TermCost;
  };
  /** Items read out and ticked one by one. */
  readonly readOut: readonly { readonly item: string; readonly content: string }[];
  /** What signing adds; absent on the draft shown before. No part of the content that the 内容码 stands for. */
  readonly signing?: AgreementSigning;
};

/** One fact of the summary: what is not charged says 无, never nothing. `notes` are set below, one line each. */
export type PaperFact = { readonly value: string; readonly notes: readonly string[] };

/** The nine facts of the first page, read out in words and figures. */
export type AgreementSummary = {
  readonly plan: PaperFact;
  readonly rate: PaperFact;
  readonly monthlyFee: PaperFact;
  readonly monthlyMinimum: PaperFact;
  readonly commitment: PaperFact;
  readonly term: PaperFact;
  readonly addOns: PaperFact;
  readonly earlyExit: PaperFact;
  readonly prepayment: PaperFact;
};

/** A row of 附件一: how it is computed, when it is due and by which rules; `dueToday` null prints －, 0 prints 0.00. */
export type PriceLine = {
  readonly item: string;
  readonly calculation: string;
  readonly when: string;
  readonly dueToday: Li | null;
  readonly ruleIds: readonly string[];
};

/** Table of the fixed cost: one column per moment, each row with its own sum; the last row is their total. */
export type TermCost = {
  readonly title: string;
  readonly note: string;
  readonly moments: readonly string[];
  readonly rows: readonly { readonly item: string; readonly amounts: readonly (Li | null)[]; readonly sum: Li }[];
  readonly total: { readonly amounts: readonly Li[]; readonly sum: Li };
};

/** Ticks with their times, initials under the disclosure and both signatures. */
export type AgreementSigning = {
  readonly disclosure: PaperSignature;
  /** Same order as `readOut`. */
  readonly readAt: readonly PaperTime[];
  readonly handler: PaperSignature;
  readonly clerk: PaperSignature;
};
