import { type Result, fail, ok } from '#domain/result.ts';
import type { PrintFailure, PrintJob, PrintState, Printer, PrinterInfo } from './printer.ts';

/** What the shell lends: a hidden window that prints a PDF (from a file of its own, removed after), and the names of the system's printers. */
export type WindowsHands = {
  readonly printers: () => Promise<readonly { readonly name: string; readonly displayName: string; readonly isDefault: boolean }[]>;
  /** Settles when the spooler has taken the file (never: when paper came out); `title` is the document's name in the queue. */
  readonly print: (pdf: Uint8Array, request: { readonly deviceName: string; readonly copies: number; readonly title: string }) => Promise<Result<null, string>>;
  /** Runs a PowerShell command and gives its standard output; the names go in as arguments, never into the command's text. */
  readonly powershell: (command: string, args: Readonly<Record<string, string>>) => Promise<Result<string, string>>;
};

// Untried here (no Windows at hand): written from the documentation of Get-PrintJob and Get-Printer.
const JOBS = 'Get-PrintJob -PrinterName $printer | Where-Object DocumentName -eq $title | Select-Object Id,JobStatus,PagesPrinted | ConvertTo-Json -Compress';
const QUEUES = 'Get-Printer | Select-Object Name,PrinterStatus | ConvertTo-Json -Compress';

/** Windows: the shell's hidden window prints, the spooler is asked what became of it; a job that is gone has left the queue. */
export function openWindowsPrinter(hands: WindowsHands): Printer {
  return {
    list: () => listQueues(hands),
    submit: async (pdf, { printer, copies, title }) => {
      const known = await hands.printers();
      if (!known.some(({ name }) => name === printer)) return fail({ code: 'printer-not-found' });
      const printed = await hands.print(pdf, { deviceName: printer, copies, title });
      return printed.ok ? ok({ printer, id: title }) : fail({ code: 'printer-refused', message: printed.error });
    },
    stateOf: (job) => jobState(hands, job),
  };
}

async function listQueues(hands: WindowsHands): Promise<Result<readonly PrinterInfo[], PrintFailure>> {
  const [known, asked] = await Promise.all([hands.printers(), hands.powershell(QUEUES, {})]);
  const states = asked.ok ? new Map(rows(asked.value).map((row) => [String(row['Name']), String(row['PrinterStatus'])])) : new Map<string, string>();
  return ok(known.map(({ name, displayName, isDefault }) => {
    const status = states.get(name) ?? '';
    const state = /^(Printing|Busy|Processing|4)$/i.test(status) ? 'printing' : /^(Normal|Idle|0|)$/i.test(status) ? 'idle' : 'stopped';
    return { name, description: displayName, state, accepting: state !== 'stopped', isDefault, message: state === 'stopped' ? status : '' };
  }));
}

async function jobState(hands: WindowsHands, { printer, id }: PrintJob): Promise<Result<PrintState, PrintFailure>> {
  const asked = await hands.powershell(JOBS, { printer, title: id });
  if (!asked.ok) return fail({ code: 'printing-unavailable', message: asked.error });
  const job = rows(asked.value).at(-1);
  if (!job) return ok({ state: 'left-queue', pages: null, message: '' });
  const status = String(job['JobStatus'] ?? '');
  const pages = typeof job['PagesPrinted'] === 'number' ? job['PagesPrinted'] : null;
  return ok({ state: stateWord(status), pages, message: status });
}

function stateWord(status: string): PrintState['state'] {
  if (/Error|Offline|PaperOut|Blocked|UserIntervention/i.test(status)) return 'failed';
  if (/Delet/i.test(status)) return 'cancelled';
  return /Printing|Spooling/i.test(status) ? 'printing' : 'submitted';
}

// ConvertTo-Json gives one object for one row, a list for several, nothing for none.
function rows(json: string): readonly Readonly<Record<string, unknown>>[] {
  if (json.trim() === '') return [];
  const parsed: unknown = JSON.parse(json);
  return (Array.isArray(parsed) ? parsed : [parsed]) as readonly Readonly<Record<string, unknown>>[];
}
