import { useState } from 'react';
import type { Request } from '#contract/contract.ts';
import type { ShiftView } from '#contract/till.ts';
import { cashFaces, cashTotalLi } from '#domain/till/count-cash.ts';
import { formatYuan, type Li } from '#domain/money/money.ts';
import { tenderKinds, type TenderKind } from '#domain/till/tender.ts';
import { readAmount, readNetAmount } from '../../ui/form/read-amount.ts';

/** Methods that are counted by their slips. */
export type SlipTender = Exclude<TenderKind, 'cash'>;
export const slipTenders = tenderKinds.filter((tender): tender is SlipTender => tender !== 'cash');

type Count = Omit<Request<'till/count'>, 'shiftId'>;

/** What is typed while counting, what it comes to, and what cannot be read; nothing typed is nought. */
export type CountEntry = {
  readonly pieces: Readonly<Record<string, string>>;
  readonly loose: string;
  readonly others: Readonly<Record<SlipTender, string>>;
  readonly cashLi: Li | null;
  readonly bad: ReadonlySet<string>;
  readonly typePieces: (face: number, text: string) => void;
  readonly typeLoose: (text: string) => void;
  readonly typeOther: (tender: SlipTender, text: string) => void;
  /** Back to the count that stands. */
  readonly reset: () => void;
  /** Null while something cannot be read. */
  readonly count: (slips?: Count['slips']) => Count | null;
};

const piecesOf = (text: string): number | null => (text.trim() === '' ? 0 : /^\d{1,6}$/.test(text.normalize('NFKC').trim()) ? Number(text.normalize('NFKC')) : null);
const liOf = (text: string): Li | null => (text.trim() === '' ? 0 : readAmount(text));
/** Slips may come to less than nothing: more went back than came in. */
const netOf = (text: string): Li | null => (text.trim() === '' ? 0 : readNetAmount(text));

/** Starts from the count that stands; a shift that was not counted starts empty. */
export function useCountEntry(shift: ShiftView): CountEntry {
  const [{ pieces, loose, others }, setTyped] = useState(() => typedFrom(shift));
  const counted = Object.fromEntries(cashFaces.map((face) => [String(face), piecesOf(pieces[face] ?? '')]));
  const looseLi = liOf(loose);
  const bad = new Set([
    ...Object.entries(counted).filter(([, n]) => n === null).map(([face]) => face), ...(looseLi === null ? ['loose'] : []), ...slipTenders.filter((tender) => netOf(others[tender]) === null),
  ]);
  const cash = { pieces: Object.fromEntries(Object.entries(counted).map(([face, n]) => [face, n ?? 0])), looseLi: looseLi ?? 0 };
  return {
    pieces, loose, others, bad, cashLi: cashFaces.some((face) => bad.has(String(face))) || bad.has('loose') ? null : cashTotalLi(cash),
    typePieces: (face, text) => setTyped((old) => ({ ...old, pieces: { ...old.pieces, [face]: text } })),
    typeLoose: (text) => setTyped((old) => ({ ...old, loose: text })),
    typeOther: (tender, text) => setTyped((old) => ({ ...old, others: { ...old.others, [tender]: text } })),
    reset: () => setTyped(typedFrom(shift)),
    count: (slips = []) => (bad.size > 0 ? null : { cash, others: Object.fromEntries(slipTenders.map((tender) => [tender, netOf(others[tender]) ?? 0])) as Count['others'], slips }),
  };
}

function typedFrom({ count }: ShiftView): Pick<CountEntry, 'pieces' | 'loose' | 'others'> {
  return {
    pieces: Object.fromEntries(Object.entries(count?.cash.pieces ?? {}).map(([face, n]) => [face, n === 0 ? '' : String(n)])), loose: typedOf(count?.cash.looseLi),
    others: Object.fromEntries(slipTenders.map((tender) => [tender, typedOf(count?.others[tender])])) as Record<SlipTender, string>,
  };
}

const typedOf = (li: Li | undefined): string => (li === undefined || li === 0 ? '' : formatYuan(li));
