import type { ReactNode } from 'react';
import type { MethodLine } from '#contract/till.ts';
import { tenderName } from '../../text/payment.ts';
import { methodResult, tillText } from '../../text/till.ts';
import { Money } from '../../ui/money.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

const names = tillText.columns;
type Known = { readonly drawerLi: number; readonly casesLi: number; readonly carrierLi: number };

const known = ({ drawerLi, casesLi, carrierLi }: MethodLine): Known => ({ drawerLi: drawerLi ?? 0, casesLi: casesLi ?? 0, carrierLi: carrierLi ?? 0 });

/** Drawer, cases and carrier side by side; the odd figure is red and the result says in words what is off. */
export function MethodTable({ methods }: { readonly methods: readonly MethodLine[] }): ReactNode {
  const used = methods.filter((line) => line.tender === 'cash' || line.drawerLi || line.casesLi || line.carrierLi).map((line) => ({ tender: line.tender, ...known(line) }));
  const total = used.reduce<Known>((sum, line) => ({ drawerLi: sum.drawerLi + line.drawerLi, casesLi: sum.casesLi + line.casesLi, carrierLi: sum.carrierLi + line.carrierLi }), { drawerLi: 0, casesLi: 0, carrierLi: 0 });
  return (
    <table className="method-table">
      <thead><tr><th>{names.method}</th><th className="right">{names.drawer}</th><th className="right">{names.cases}</th><th className="right">{names.carrier}</th><th>{names.result}</th></tr></thead>
      <tbody>{used.map((line) => <Line key={line.tender} name={tenderName[line.tender]} counted={line.tender === 'cash' ? '抽屉' : '单据'} line={line} />)}</tbody>
      <tfoot><Line name={names.total} counted="点得" line={total} /></tfoot>
    </table>
  );
}

function Line({ name, counted, line }: { readonly name: string; readonly counted: Parameters<typeof methodResult>[0]; readonly line: Known }): ReactNode {
  const result = methodResult(counted, line);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="right" data-odd={line.drawerLi !== line.casesLi}><Money li={line.drawerLi} /></td>
      <td className="right"><Money li={line.casesLi} /></td>
      <td className="right" data-odd={line.carrierLi !== line.casesLi}><Money li={line.carrierLi} /></td>
      <td><StatusWord tone={result.ok ? 'success' : 'error'}>{result.text}</StatusWord></td>
    </tr>
  );
}