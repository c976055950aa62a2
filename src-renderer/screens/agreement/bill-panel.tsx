import { type ReactNode, useEffect, useRef, useState } from 'react';
import { billText, periodText } from '../../text/bill.ts';
import { dayWords } from '../../text/formats.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Money } from '../../ui/money.tsx';
import { BillDetail } from './bill-detail.tsx';
import { TermFacts } from './term-facts.tsx';
import type { Bills } from './use-bill-preview.ts';

/** Every bill of the term at the left, the one under the cursor line by line at the right; the signing stays in sight. */
export function BillPanel({ bills: shown, onClose }: { readonly bills: Bills; readonly onClose: () => void }): ReactNode {
  const preview = shown.bills;
  const list = useRef<HTMLTableElement>(null);
  // Place -1 is what is paid with the signature.
  const [at, setAt] = useState(preview?.next ?? 0);
  const first = preview && preview.term.start.length > 0 ? -1 : 0;
  const last = (preview?.term.bills.length ?? 1) - 1;
  useKeys([
    { keys: '↑ ↓', label: billText.keys.move, run: (key) => setAt(Math.max(first, Math.min(last, at + (key === '↑' ? -1 : 1)))) },
    { keys: 'Esc', label: billText.keys.close, run: onClose },
  ]);
  useEffect(() => { list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' }); }, [at]);
  if (!preview) return null;
  const { term, usage } = preview;
  const day = dayWords(term.openedOn);
  return (
    <section className="bill-panel" aria-label={billText.title}>
      <header className="pane-head">
        <h3>{billText.title}</h3>
        <span className="hint ellipsis">{preview.openedOnExpected ? billText.expected(day) : billText.opened(day)}，{usage.from === 'calls' ? billText.byCalls : billText.byUsage(usage.asked)}</span>
      </header>
      <div className="bill-columns">
        <div className="bill-months scroll" tabIndex={0}>
          <table ref={list}>
            <thead><tr><th scope="col">{billText.columns.month}</th><th scope="col">{billText.columns.total}</th><th scope="col">{billText.columns.cash}</th><th scope="col">{billText.columns.bonus}</th><th scope="col">{billText.columns.pay}</th></tr></thead>
            <tbody>
              {term.start.length > 0 ? <Row at={-1} current={at} onStand={setAt} name={billText.start} amounts={[sum(term.start), 0, 0, sum(term.start)]} /> : null}
              {term.bills.map((bill, index) => <Row key={bill.period.from} at={index} current={at} onStand={setAt} name={periodText(bill.period)} amounts={[bill.totalLi, bill.byCashLi, bill.byBonusLi, bill.payableLi]} />)}
            </tbody>
          </table>
        </div>
        <div className="bill-side scroll">
          <BillDetail term={term} at={at} />
          <TermFacts preview={preview} shown={shown} />
        </div>
      </div>
    </section>
  );
}

function Row({ at, current, name, amounts, onStand }: { readonly at: number; readonly current: number; readonly name: string; readonly amounts: readonly number[]; readonly onStand: (at: number) => void }): ReactNode {
  return (
    <tr data-at={at} data-current={at === current} aria-current={at === current || undefined} onClick={() => onStand(at)}>
      <th scope="row">{name}</th>{amounts.map((li, index) => <td key={billColumns[index]}><Money li={li} size={13} dash /></td>)}
    </tr>
  );
}

const billColumns = ['total', 'cash', 'bonus', 'pay'] as const;
const sum = (lines: readonly { readonly li: number }[]): number => lines.reduce((all, line) => all + line.li, 0);
