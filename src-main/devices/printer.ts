import type { Result } from '#domain/result.ts';

/** A queue of the operating system as the clerk may choose it. */
export type PrinterInfo = {
  readonly name: string;
  readonly description: string;
  readonly state: 'idle' | 'printing' | 'stopped';
  readonly accepting: boolean;
  readonly isDefault: boolean;
  /** What the queue itself says, in its own words; for display beside the state. */
  readonly message: string;
};

/** A job as `watch` needs it. */
export type PrintJob = { readonly printer: string; readonly id: string };

/** 已提交, 打印中, 已离开队列, 出错, 已取消: nobody but the clerk can say that paper came out. */
export type PrintState = {
  readonly state: 'submitted' | 'printing' | 'left-queue' | 'failed' | 'cancelled';
  /** Pages that the queue counts as done, where it counts. */
  readonly pages: number | null;
  readonly message: string;
};

export type PrintFailure =
  | { readonly code: 'printer-not-found' }
  | { readonly code: 'printer-refused'; readonly message: string }
  | { readonly code: 'printing-unavailable'; readonly message: string }
  | { readonly code: 'folder-unwritable' };

export type PrintRequest = { readonly printer: string; readonly copies: number; readonly title: string };

/** Hands finished files to the system's queues and tells what became of them. */
export type Printer = {
  readonly list: () => Promise<Result<readonly PrinterInfo[], PrintFailure>>;
  /** Takes the bytes: an unencrypted paper never lies in the data folder to be printed. */
  readonly submit: (pdf: Uint8Array, request: PrintRequest) => Promise<Result<PrintJob, PrintFailure>>;
  /** The job's state now; ask again until it is final. */
  readonly stateOf: (job: PrintJob) => Promise<Result<PrintState, PrintFailure>>;
};

/** True where a state will not change any more. */
export const isFinal = ({ state }: PrintState): boolean => state === 'left-queue' || state === 'failed' || state === 'cancelled';

/** Each change of a job's state until the final one; a failure to ask ends it. `pause` waits between two questions. */
export async function* watchJob(printer: Printer, job: PrintJob, pause: () => Promise<void>): AsyncGenerator<Result<PrintState, PrintFailure>> {
  let last = '';
  for (;;) {
    const asked = await printer.stateOf(job);
    const seen = JSON.stringify(asked);
    if (seen !== last) yield asked;
    last = seen;
    if (!asked.ok || isFinal(asked.value)) return;
    await pause();
  }
}
