import { existsSync } from 'node:fs';
import { openCupsPrinter } from './cups-printer.ts';
import type { Printer } from './printer.ts';
import { openSimulatedPrinter } from './simulated-printer.ts';
import { openWindowsPrinter, type WindowsHands } from './windows-printer.ts';

type Place = {
  readonly platform: NodeJS.Platform;
  readonly training: boolean;
  /** Socket of CUPS; the system's own when left out. */
  readonly cups: string | undefined;
  /** Where the training printer puts its paper. */
  readonly folder: string;
  readonly windows: WindowsHands;
};

/** The printers of this PC: the Windows spooler, CUPS by IPP, or in training, where neither is there, a folder that stands for one. */
export function choosePrinterOf({ platform, training, cups, folder, windows }: Place): Printer {
  if (platform === 'win32') return openWindowsPrinter(windows);
  const socketPath = cups ?? '/run/cups/cups.sock';
  if (training && !existsSync(socketPath)) return openSimulatedPrinter({ folder, queues: [{ name: '训练打印机', description: '打印到文件夹', behaviour: 'prints' }] });
  return openCupsPrinter({ socketPath }, 'hall400');
}
