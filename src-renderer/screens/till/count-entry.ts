import { useState } from 'react';
import type { Request } from '#contract/contract.ts';
import type { ShiftView } from '#contract/till.ts';
import { cashFaces, cashTotalLi } from '#domain/till/count-cash.ts';
import { formatYuan, type Li } from '#domain/money/money.ts';
import { tenderKinds, type TenderKind } from '#domain/till/tender.ts';
import { readAmount } from '../../ui/form/read-amount.ts';

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
  /** Null while something cannot be read. */
  readonly count: (slips?: Count['slips']) => Count | null;
};

const piecesOf = (text: string): number | null => (text.trim() === '' ? 0 : /^\d{1,6}$/.test(text.normalize('NFKC').trim()) ? Number(text.normalize('NFKC')) : null);
const liOf = (text: string): Li | null => (text.trim() === '' ? 0 : readAmount(text));

/** Starts from the count that stands; a shift that was not counted starts empty. */
export function useCountEntry(shift: ShiftView): CountEntry {
  const [pieces, setPieces] = useState<Record<string, string>>(() => Object.fromEntries(Object.entries(shift.count?.cash.pieces ?? {}).map(([face, n]) => [face, n === 0 ? '' : String(n)])));
  const [loose, setLoose] = useState(() => typedOf(shift.count?.cash.looseLi));
  const [others, setOthers] = useState<Record<SlipTender, string>>(() => Object.fromEntries(slipTenders.map((tender) => [tender, typedOf(shift.count?.others[tender])])) as Record<SlipTender, string>);
  const counted = Object.fromEntries(cashFaces.map((face) => [String(face), piecesOf(pieces[face] ?? '')]));
  const looseLi = liOf(loose);
  const bad = new Set([
    ...Object.entries(counted).filter(([, n]) => n === null).map(([face]) => face), ...(looseLi === null ? ['loose'] : []), ...slipTenders.filter((tender) => liOf(others[tender]) === null),
  ]);
  const cash = { pieces: Object.fromEntries(Object.entries(counted).map(([face, n]) => [face, n ?? 0])), looseLi: looseLi ?? 0 };
  return {
    pieces, loose, others, bad, cashLi: cashFaces.some((face) => bad.has(String(face))) || bad.has('loose') ? null : cashTotalLi(cash),
    typePieces: (face, text) => setPieces((old) => ({ ...old, [face]: text })),
    typeLoose: setLoose,
    typeOther: (tender, text) => setOthers((old) => ({ ...old, [tender]: text })),
    count: (slips = []) => (bad.size > 0 ? null : { cash, others: Object.fromEntries(slipTenders.map((tender) => [tender, liOf(others[tender]) ?? 0])) as Count['others'], slips }),
  };
}

const typedOf = (li: Li | undefined): string => (li === undefined || li === 0 ? '' : formatYuan(li, { grouped: false }));
