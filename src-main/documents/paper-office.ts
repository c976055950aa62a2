import { Worker } from 'node:worker_threads';
import type { AgreementPaper } from '#domain/agreement/agreement-paper.ts';
import type { AgreementClauses } from '#domain/agreement/clauses.ts';
import type { ComparisonPaper } from '#domain/agreement/comparison-paper.ts';
import type { DaySheetPaper } from '#domain/agreement/day-sheet-paper.ts';
import type { FormPaper } from '#domain/agreement/form-paper.ts';
import type { PaperPrint } from '#domain/agreement/paper-head.ts';
import type { ReceiptPaper } from '#domain/agreement/receipt-paper.ts';
import type { ReversalPaper } from '#domain/agreement/reversal-paper.ts';
import { type Result, fail } from '#domain/result.ts';
import type { MissingGlyphs } from './missing-glyphs.ts';
import type { CertificateRefusal } from './seal/hall-certificate.ts';
import type { PdfVerdict, VerifyOptions } from './seal/verify-pdf.ts';

/** How a paper is made: the moment it bears, which print it is, and whether the hall seals it and why. */
export type MakeOptions = {
  readonly createdAt: Date;
  readonly print?: PaperPrint;
  readonly seal?: { readonly reason: string; readonly location: string };
};

/** A finished file: digest of its content (the same before and after signing, first 12 digits are the 内容码) and of its bytes. */
export type MadePaper = {
  readonly pdf: Uint8Array;
  readonly contentDigest: string;
  readonly fileDigest: string;
  readonly sealedBy?: { readonly subject: string; readonly serial: string };
};

/** The hall's certificate as far as anybody outside the office may know it. */
export type CertificateCard = { readonly subject: string; readonly serial: string; readonly validFrom: string; readonly validTo: string };

export type PaperRefusal =
  | MissingGlyphs
  | { readonly code: 'no-certificate' }
  | { readonly code: 'certificate-not-valid'; readonly validFrom: string; readonly validTo: string }
  | OfficeStopped;

/** The office's process died; the work is safe with the caller, the next call starts a new one without a certificate. */
export type OfficeStopped = { readonly code: 'paper-office-stopped' };

/** Makes and checks papers; everything that it needs to know it is told. */
export type PaperOffice = {
  readonly makeAgreement: (paper: AgreementPaper, options: MakeOptions) => Promise<Result<MadePaper, PaperRefusal>>;
  readonly makeForm: (paper: FormPaper, options: MakeOptions) => Promise<Result<MadePaper, PaperRefusal>>;
  readonly makeReceipt: (paper: ReceiptPaper, options: MakeOptions) => Promise<Result<MadePaper, PaperRefusal>>;
  /** 作废单 or 退款单. */
  readonly makeReversal: (paper: ReversalPaper, options: MakeOptions) => Promise<Result<MadePaper, PaperRefusal>>;
  /** 日结单. */
  readonly makeDaySheet: (paper: DaySheetPaper, options: MakeOptions) => Promise<Result<MadePaper, PaperRefusal>>;
  /** 套餐比较单: information for the customer, never sealed. */
  readonly makeComparison: (paper: ComparisonPaper, options: Omit<MakeOptions, 'seal'>) => Promise<Result<MadePaper, PaperRefusal>>;
  /** Characters that no font of ours can print, for the check at entry. */
  readonly missingCharacters: (text: string) => Promise<Result<readonly string[], OfficeStopped>>;
  /** Opens the hall's certificate for all that is sealed from now on; key and password stay inside. */
  readonly useCertificate: (p12: Uint8Array, password: string) => Promise<Result<CertificateCard, CertificateRefusal | OfficeStopped>>;
  readonly verify: (pdf: Uint8Array, options: VerifyOptions) => Promise<Result<PdfVerdict, OfficeStopped>>;
  /** Makes a paper nobody sees, so that the first real one is fast. */
  readonly warmUp: () => Promise<Result<null, OfficeStopped>>;
};

/** What a worker is started with. */
export type OfficeMaterial = { readonly fontsDir: string; readonly clauses: AgreementClauses };

/** One call to the worker, and its answer; `bug` is a broken promise in there. */
export type OfficeCall = { readonly id: number; readonly method: keyof PaperOffice; readonly args: readonly unknown[] };
export type OfficeAnswer = { readonly id: number; readonly reply?: unknown; readonly bug?: string };

/** The office in a thread of its own, so that no window waits for a paper; `close` ends the thread. */
export function openPaperOffice({ worker: file, ...material }: OfficeMaterial & { readonly worker: string | URL }): PaperOffice & { readonly close: () => Promise<void> } {
  const thread = officeThread(file, material);
  return {
    makeAgreement: (...args) => thread.call('makeAgreement', args),
    makeForm: (...args) => thread.call('makeForm', args),
    makeReceipt: (...args) => thread.call('makeReceipt', args),
    makeReversal: (...args) => thread.call('makeReversal', args),
    makeDaySheet: (...args) => thread.call('makeDaySheet', args),
    makeComparison: (...args) => thread.call('makeComparison', args),
    missingCharacters: (...args) => thread.call('missingCharacters', args),
    useCertificate: (...args) => thread.call('useCertificate', args),
    verify: (...args) => thread.call('verify', args),
    warmUp: (...args) => thread.call('warmUp', args),
    close: thread.close,
  };
}

type Waiting = { readonly settle: (reply: unknown) => void; readonly reject: (bug: Error) => void };
type Thread = {
  readonly call: <M extends keyof PaperOffice>(method: M, args: Parameters<PaperOffice[M]>) => ReturnType<PaperOffice[M]>;
  readonly close: () => Promise<void>;
};

function officeThread(file: string | URL, material: OfficeMaterial): Thread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;
  const stopped = (): void => {
    worker = undefined;
    for (const { settle } of waiting.values()) settle(fail<OfficeStopped>({ code: 'paper-office-stopped' }));
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(file, { workerData: material });
    started.on('message', ({ id, reply, bug }: OfficeAnswer) => {
      const call = waiting.get(id);
      waiting.delete(id);
      if (bug === undefined) call?.settle(reply);
      else call?.reject(new Error(bug));
    });
    started.on('error', stopped);
    started.on('exit', stopped);
    return started;
  };
  return {
    call: (method, args) => {
      worker ??= start();
      const id = ++lastId;
      const answered = new Promise((settle, reject) => waiting.set(id, { settle, reject }));
      worker.postMessage({ id, method, args } satisfies OfficeCall);
      return answered as ReturnType<PaperOffice[typeof method]>;
    },
    close: async () => {
      await worker?.terminate();
    },
  };
}
