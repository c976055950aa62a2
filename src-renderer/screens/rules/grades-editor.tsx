import { Checkbox, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { RuleDraft } from '#contract/rules.ts';
import { gradeChip } from '../../text/number.ts';
import { rulesText } from '../../text/rules.ts';

type Row = RuleDraft['grades'][number];
const names = rulesText.gradeColumns;
const YUAN = 1000;

/** Money, months and permissions of each grade; amounts in yuan on screen, 厘 inside. */
export function GradesEditor({ grades, mayChange, onEdit }: { readonly grades: RuleDraft['grades']; readonly mayChange: boolean; readonly onEdit: (grades: RuleDraft['grades']) => void }): ReactNode {
  const put = (row: Row): void => onEdit(grades.map((one) => (one.grade === row.grade ? row : one)));
  const figure = (row: Row, field: 'hallMinimumLi' | 'floorLi' | 'prepayLi' | 'releaseMonths' | 'termMonths', label: string): ReactNode => {
    const unit = field.endsWith('Li') ? YUAN : 1;
    return <td><InputNumber size="small" controls={false} min={0} max={field.endsWith('Li') ? 1_000_000 : 60} precision={0} aria-label={`${gradeChip(row.grade)} ${label}`} disabled={!mayChange} value={row[field] / unit}
      onChange={(value) => { if (value !== null) put({ ...row, [field]: value * unit }); }} /></td>;
  };
  const allowed = (row: Row, field: 'transferable' | 'cancellable', label: string): ReactNode =>
    <td className="center"><Checkbox aria-label={`${gradeChip(row.grade)} ${label}`} checked={row[field]} disabled={!mayChange} onChange={(event) => put({ ...row, [field]: event.target.checked })} /></td>;
  return (
    <section className="rules-grades">
      <p className="hint">{rulesText.yuan}</p>
      <table className="dense-table">
        <thead><tr>{Object.values(names).map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {grades.map((row) => (
            <tr key={row.grade}>
              <th scope="row">{gradeChip(row.grade)}</th>
              {figure(row, 'hallMinimumLi', names.hallMinimum)}{figure(row, 'floorLi', names.floor)}{figure(row, 'prepayLi', names.prepay)}
              {figure(row, 'releaseMonths', names.release)}{figure(row, 'termMonths', names.term)}
              {allowed(row, 'transferable', names.transfer)}{allowed(row, 'cancellable', names.cancel)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
