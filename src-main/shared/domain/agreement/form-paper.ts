import type { Li } from '../money/money.ts';
import type { FlowGraph } from '../routing/diagram/flow-graph.ts';
import type { BoxWords } from '../routing/words/flow-words.ts';
import type { PaperDate, PaperDue, PaperHead, PaperNumber, PaperSignature } from './paper-head.ts';
import type { PenStrokes } from './pen-stroke.ts';

/** What the acceptance form is for; one box of five is ticked. */
export type FormKind = 'open' | 'change-destinations' | 'change-rules' | 'restore' | 'cancel';

/** Everything printed on a 400业务受理单, already masked as paper masks. */
export type FormPaper = {
  readonly kind: 'form';
  readonly head: PaperHead;
  readonly formKind: FormKind;
  readonly date: PaperDate;
  readonly number: { readonly digits: PaperNumber; readonly special: boolean; readonly approvalNumber?: string; readonly provisional: boolean };
  readonly planName: string;
  readonly scope: string;
  readonly due: PaperDue;
  readonly purpose: string;
  readonly customer: {
    readonly name: string;
    readonly creditCode: string;
    readonly address: string;
    readonly phone: string;
    readonly payment: string;
    readonly legalPerson: PaperPerson;
    readonly handler: PaperPerson;
    readonly authorisation: string;
  };
  readonly destinations: readonly FormDestination[];
  readonly rules: readonly FormRule[];
  /** Sum per phone in words: A 48%, B 33%; the base of the estimate: 占比按每日60通、每通3分钟估算. */
  readonly shares: { readonly totals: string; readonly basis: string };
  readonly lists: readonly FormListEntry[];
  /** Said beside the lists' heading: 没有地区阻截，全国来电都接. */
  readonly listsNote: string;
  readonly features: readonly FormFeature[];
  readonly featureCharge: { readonly text: string; readonly amount: Li };
  readonly diagram: FormDiagram;
  readonly testCalls: readonly FormTestCall[];
  readonly coverage: FormCoverage;
  readonly declarations: readonly string[];
  readonly signing?: FormSigning;
};

/** Name with masked identity number (6 + 4) and mobile (3 + 4). */
export type PaperPerson = { readonly name: string; readonly identity: string; readonly mobile: string };

/** One phone that answers, named by its letter everywhere on the form. */
export type FormDestination = {
  readonly letter: string;
  readonly number: string;
  readonly terminal: string;
  readonly owner: string;
  readonly relation: string;
  readonly proof: readonly string[];
  readonly checkedBy: string;
};

/** One rule in sentences: when and from where, who rings, how the strategy behaves, the expected share. */
export type FormRule = {
  readonly when: string;
  readonly who: string;
  /** 顺序呼叫：按次序循环，每部电话接到的一样多. Empty where one phone rings. */
  readonly behaviour: string;
  readonly share: string;
  readonly sharePerDestination: readonly string[];
  /** True for the last resort (everything before failed). */
  readonly fallback: boolean;
};

/** The rules as a picture: boxes and ways by the ids of the graph; ways without words are plain. */
export type FormDiagram = { readonly graph: FlowGraph; readonly boxes: Readonly<Record<string, BoxWords>>; readonly ways: Readonly<Record<string, string>> };

/** Who is answered when: a digit an hour, the index into `coverageStates`; a week has 168, a special day 24. Holes are ticked where the customer agreed. */
export type FormCoverage = {
  readonly version: string;
  readonly rows: readonly { readonly name: string; readonly landline: string; readonly mobile: string }[];
  readonly days: readonly { readonly name: string; readonly landline: string; readonly mobile: string }[];
  readonly holes: readonly { readonly who: string; readonly when: string; readonly why: string; readonly accepted: boolean }[];
};

/** A row of the black and white lists. */
export type FormListEntry = { readonly list: string; readonly sort: string; readonly content: string; readonly window: string; readonly handling: string };

/** A feature with its tick; `charge` is 含, a price, or why it cannot be had; empty prints no leader. */
export type FormFeature = { readonly name: string; readonly on: boolean; readonly charge: string };

/** A simulated call that the customer saw and signed as acceptance criterion. */
export type FormTestCall = { readonly caller: string; readonly at: string; readonly busy: string; readonly result: string; readonly basis: string };

/** Both signatures and the handler's initials beside each test call (same order; may be empty). */
export type FormSigning = {
  readonly initials: readonly PenStrokes[];
  readonly handler: PaperSignature;
  readonly clerk: PaperSignature;
};
