import { Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import type { RulePreview, RuleTableView } from '#contract/rules.ts';
import { gradeChip } from '../../text/number.ts';
import { aboveRange } from '../../text/catalogue.ts';
import { shortMoment } from '../../text/formats.ts';
import { changesText, rulesText } from '../../text/rules.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import type { PublishForm } from '../../stores/rule-desk.ts';

/** What the draft would change in the pool, and why it is published. */
export function PublishPane({ preview, busy, changed, form, onForm, onLook }: {
  readonly preview: RulePreview | null;
  readonly busy: boolean;
  readonly changed: boolean;
  readonly form: PublishForm;
  readonly onForm: (form: PublishForm) => void;
  readonly onLook: () => void;
}): ReactNode {
  return (
    <section className="rules-publish">
      <QuietButton label={rulesText.preview} keys="F3" busy={busy} onClick={onLook} />
      {preview ? <Difference preview={preview} /> : <p className="hint">{busy ? rulesText.previewBusy : rulesText.publishFirst}</p>}
      <label className="field-label" htmlFor="publish-note">{rulesText.note}</label>
      <Input.TextArea id="publish-note" rows={2} maxLength={200} disabled={!changed} value={form.note} onChange={(event) => onForm({ ...form, note: event.target.value })} />
      <Checkbox disabled={!changed} checked={form.confirmed} onChange={(event) => onForm({ ...form, confirmed: event.target.checked })}>{rulesText.confirmBox}</Checkbox>
    </section>
  );
}

function Difference({ preview }: { readonly preview: RulePreview }): ReactNode {
  const names = rulesText.previewColumns;
  return (
    <>
      {preview.unsold.length > 0 ? (
        <ul className="rules-problems">
          {preview.unsold.map((each) => <li key={`${each.planId}-${each.grade}`}><StatusWord tone="warning">{aboveRange(each, each.planName)}</StatusWord></li>)}
        </ul>
      ) : null}
      <table className="dense-table">
        <thead><tr><th scope="col">{names.grade}</th><th scope="col" className="right">{names.now}</th><th scope="col" className="right">{names.draft}</th><th scope="col" className="right">{names.difference}</th></tr></thead>
        <tbody>
          {preview.perGrade.map((row) => (
            <tr key={row.grade}><th scope="row">{gradeChip(row.grade)}</th><td className="right">{count(row.now)}</td><td className="right">{count(row.draft)}</td><td className="right">{signed(row.draft - row.now)}</td></tr>
          ))}
        </tbody>
      </table>
      {preview.moved.length === 0 ? <p className="quiet">{rulesText.movedNone}</p> : (
        <ul className="rules-moved">
          {preview.moved.map((move) => (
            <li key={`${move.from}-${move.to}`}><strong>{rulesText.moved(move.from, move.to)}</strong> {count(move.count)}
              <span className="hint"> {rulesText.samples} {move.samples.slice(0, 3).map((digits) => <NumberText key={digits} digits={digits} />)}</span></li>
          ))}
        </ul>
      )}
      <p className="hint">{rulesText.openHolds(preview.openHolds)}</p>
    </>
  );
}

/** Every version that was put in force, newest first. */
export function PublishHistory({ table }: { readonly table: RuleTableView }): ReactNode {
  return (
    <ul className="rules-history">
      {table.published.map((row) => (
        <li key={row.version}><strong>{rulesText.historyRow(row.version)}</strong><span>{row.at === '' ? rulesText.shipped : `${shortMoment(row.at)} ${row.by}`}</span>
          <span className="quiet">{row.note}</span>{row.changes ? <span className="hint">{changesText(row.changes)}</span> : null}<StatusWord tone={row.confirmed ? 'success' : 'warning'}>{row.confirmed ? rulesText.confirmed : rulesText.unconfirmed}</StatusWord></li>
      ))}
    </ul>
  );
}

const count = (value: number): string => value.toLocaleString('en-US');
const signed = (value: number): string => (value === 0 ? '—' : `${value > 0 ? '+' : '−'}${count(Math.abs(value))}`);
