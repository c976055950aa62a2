import type { Mismatch, MismatchCode } from '../match-three-ways.ts';
import type { DayNumbers, TillEvidence } from './till-evidence.ts';

/** Receipts and vouchers of the desk run from 1 without a gap on each day; what is missing or stands twice is told in one shift only. */
export const matchSequence = ({ days }: Pick<TillEvidence, 'days'>): readonly Mismatch[] => days.flatMap((day) => [...gapsOf(day), ...doublesOf(day)]);

/** A number without a row belongs to the shift that wrote the next one; after the last it is the last shift's of the day. */
export const ownerIsHere = ({ numbers, lastOfDay }: Pick<DayNumbers, 'numbers' | 'lastOfDay'>, sequence: number): boolean =>
  numbers.filter((number) => number.sequence > sequence).toSorted((a, b) => a.sequence - b.sequence)[0]?.here ?? lastOfDay;

function gapsOf(day: DayNumbers): readonly Mismatch[] {
  const there = new Set(day.numbers.map(({ sequence }) => sequence));
  const last = Math.max(day.issued, 0, ...there);
  return Array.from({ length: last }, (_, at) => at + 1).filter((sequence) => !there.has(sequence) && ownerIsHere(day, sequence)).map((sequence) => named(day, 'receipt-gap', sequence));
}

function doublesOf(day: DayNumbers): readonly Mismatch[] {
  const twice = day.numbers.filter(({ sequence }, at) => day.numbers.findIndex((other) => other.sequence === sequence) !== at).map(({ sequence }) => sequence);
  return [...new Set(twice)].filter((sequence) => day.numbers.some((number) => number.sequence === sequence && number.here)).map((sequence) => named(day, 'receipt-twice', sequence));
}

const named = ({ numberAt }: DayNumbers, code: MismatchCode, sequence: number): Mismatch =>
  ({ id: `${code}:${numberAt(sequence)}`, code, entryId: null, caseId: null, receiptNo: numberAt(sequence), tender: null, li: 0 });
