import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { ShiftView } from '#contract/till.ts';
import { cashFaces } from '#domain/till/count-cash.ts';
import { amount } from '../../text/formats.ts';
import { tenderShort } from '../../text/payment.ts';
import { faceName, tillText } from '../../text/till.ts';
import { focusNextOnEnter } from '../../ui/form/focus-next.ts';
import { Money } from '../../ui/money.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { type CountEntry, slipTenders } from './count-entry.ts';

const words = tillText.count;
/** Notes and the one-yuan coin by pieces; 角 and 分 are counted as an amount. */
const faces = cashFaces.filter((face) => face >= 100);

/** Blind: what should be there is said only once it was counted. */
export function CashCount({ shift, entry, locked }: { readonly shift: ShiftView; readonly entry: CountEntry; readonly locked: boolean }): ReactNode {
  const cash = shift.methods.find(({ tender }) => tender === 'cash');
  const expectedLi = cash?.expectedLi === null || cash === undefined ? null : cash.expectedLi + shift.floatLi;
  // Once counted only what is there is told.
  const isShown = (text: string): boolean => !locked || shift.count === null || text !== '';
  const slips = slipTenders.filter((tender) => isShown(entry.others[tender]));
  return (
    <section className="cash-count" aria-label={words.title} onKeyDown={focusNextOnEnter}>
      <header className="cash-head"><h3>{words.title}</h3><span className="hint">{words.pieces}</span><span className="hint">{words.li}</span></header>
      <div className="cash-rows scroll">
        {faces.filter((face) => isShown(entry.pieces[face] ?? '')).map((face) => <CountRow key={face} id={`count-${face}`} label={faceName(face)} text={entry.pieces[face] ?? ''} bad={entry.bad.has(String(face))} locked={locked} li={entry.bad.has(String(face)) ? null : Number(entry.pieces[face] || 0) * face * 10} onType={(text) => entry.typePieces(face, text)} />)}
        {isShown(entry.loose) ? <CountRow id="count-loose" label={words.loose} text={entry.loose} bad={entry.bad.has('loose')} locked={locked} li={null} onType={entry.typeLoose} /> : null}
        {slips.length > 0 ? <h4>{words.others}</h4> : null}
        {slips.map((tender) => <CountRow key={tender} id={`count-${tender}`} label={tenderShort[tender]} text={entry.others[tender]} bad={entry.bad.has(tender)} locked={locked} li={null} onType={(text) => entry.typeOther(tender, text)} />)}
      </div>
      <dl className="cash-total">
        <div><dt>{words.got}</dt><dd>{entry.cashLi === null ? '—' : <Money li={entry.cashLi} />}</dd></div>
        {expectedLi === null ? <div><dt className="hint">{words.floatIn(amount(shift.floatLi))}</dt><dd /></div> : (
          <>
            <div><dt>{words.expected}</dt><dd><Money li={expectedLi} /></dd></div>
            <div className="strong"><dt>{words.cash}{shift.count && shift.count.attempt > 1 ? <small className="hint"> {words.attempt(shift.count.attempt)}</small> : null}</dt><dd><Difference li={(cash?.drawerLi ?? 0) - (cash?.expectedLi ?? 0)} /></dd></div>
          </>
        )}
        {shift.deposit ? (
          <>
            <div><dt>{tillText.deposit.li}{shift.deposit.bag ? <small className="hint"> {tillText.deposit.bag(shift.deposit.bag)}</small> : null}</dt><dd><Money li={shift.deposit.li} /></dd></div>
            <div><dt>{tillText.deposit.left}</dt><dd><Money li={shift.deposit.floatLeftLi} /></dd></div>
          </>
        ) : null}
      </dl>
    </section>
  );
}

function CountRow({ id, label, text, bad, locked, li, onType }: {
  readonly id: string; readonly label: string; readonly text: string; readonly bad: boolean; readonly locked: boolean; readonly li: number | null; readonly onType: (text: string) => void;
}): ReactNode {
  return (
    <label className="count-row" htmlFor={id}>
      <span>{label}</span>
      <Input id={id} inputMode="decimal" autoComplete="off" aria-invalid={bad} {...(bad ? { status: 'error' as const } : {})} readOnly={locked} value={text} onFocus={(event) => event.target.select()} onChange={(event) => onType(event.target.value)} />
      {li === null ? <span /> : <Money li={li} dash />}
    </label>
  );
}

/** 平, 多 or 少, never a colour alone. */
export function Difference({ li }: { readonly li: number }): ReactNode {
  return li === 0 ? <StatusWord tone="success">{words.level}</StatusWord> : <StatusWord tone="error">{li > 0 ? words.over(amount(li)) : words.short(amount(-li))}</StatusWord>;
}
