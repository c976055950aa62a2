import type { ReactNode } from 'react';
import type { ReferenceView } from '#contract/hall.ts';
import { useNavigation } from '../../stores/navigation.ts';
import { gradeName } from '../../text/formats.ts';
import { settingsText } from '../../text/settings.ts';
import { Money } from '../../ui/money.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

/** Grades and money of special numbers as shipped; marked until the carrier confirmed them. */
export function GradesPanel({ reference }: { readonly reference: ReferenceView }): ReactNode {
  const { show } = useNavigation();
  const mark = reference.gradesConfirmed ? <StatusWord tone="success">{settingsText.confirmed}</StatusWord> : <StatusWord boxed tone="warning">{settingsText.unconfirmed}</StatusWord>;
  return (
    <Panel title={settingsText.grades} extra={<><span className="hint">{settingsText.yuan} · {settingsText.gradesVersion} {reference.gradesVersion}</span>{mark}<QuietButton small label={settingsText.openRules} onClick={() => show('rules')} /></>}>
      <table className="dense-table">
        <thead><tr><th scope="col">{settingsText.grade}</th><th scope="col" className="right">{settingsText.hallMinimum}</th><th scope="col" className="right">{settingsText.floor}</th><th scope="col" className="right">{settingsText.prepay}</th><th scope="col" className="right">{settingsText.term}</th></tr></thead>
        <tbody>
          {reference.grades.map((row) => (
            <tr key={row.grade}>
              <th scope="row">{gradeName(row.grade)}</th>
              <td className="right"><Money li={row.minimumLi} dash /></td><td className="right"><Money li={row.floorLi} dash /></td><td className="right"><Money li={row.prepayLi} dash /></td>
              <td className="right">{row.termMonths === 0 ? settingsText.none : `${row.termMonths} ${settingsText.months}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
