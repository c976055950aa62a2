import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { memo, type ReactNode } from 'react';
import { GRADES, type RuleAnchor } from '#domain/number/grade/number-rules.ts';
import { gradeChip } from '../../text/number.ts';
import { anchorWords, kindWords, type ProblemLine, rulesText } from '../../text/rules.ts';
import type { DraftRule } from '../../stores/rule-desk.ts';

type Edits = { readonly onEdit: (index: number, rule: DraftRule) => void; readonly onMove: (index: number, step: -1 | 1) => void; readonly onRemove: (index: number) => void };

const names = rulesText.columns;
const gradeOptions = GRADES.map((value) => ({ value, label: gradeChip(value) }));
const anchorOptions = (Object.keys(anchorWords) as RuleAnchor[]).map((value) => ({ value, label: anchorWords[value] }));
const kindOptions = (Object.keys(kindWords) as DraftRule['kind'][]).map((value) => ({ value, label: kindWords[value] }));

/** The rules in their order; `bad` marks those with something to mend, with the words why. */
export function RuleTable({ rules, hidden, bad, mayChange, ...edits }: Edits & { readonly rules: readonly DraftRule[]; readonly hidden: (rule: DraftRule) => boolean; readonly bad: ReadonlyMap<string, ProblemLine>; readonly mayChange: boolean }): ReactNode {
  return (
    <div className="rules-table scroll">
      <table className="list-table">
        <thead><tr>
          <th scope="col" className="rules-on">{names.on}</th><th scope="col" className="rules-grade">{names.grade}</th><th scope="col">{names.name}</th><th scope="col" className="rules-kind">{names.kind}</th>
          <th scope="col" className="rules-what">{names.what}</th><th scope="col" className="rules-anchor">{names.anchor}</th><th scope="col" className="rules-digits">{names.digits}</th><th scope="col" className="rules-order"><span className="visually-hidden">{rulesText.up}</span></th>
        </tr></thead>
        <tbody>
          {rules.map((rule, index) => (hidden(rule) ? null
            : <RuleRow key={`${rule.id}-${index}`} rule={rule} index={index} bad={bad.get(rule.id) ?? null} mayChange={mayChange} {...edits} />))}
        </tbody>
      </table>
    </div>
  );
}

const RuleRow = memo(function RuleRow({ rule, index, bad, mayChange, onEdit, onMove, onRemove }: Edits & { readonly rule: DraftRule; readonly index: number; readonly bad: ProblemLine | null; readonly mayChange: boolean }): ReactNode {
  const put = (next: DraftRule): void => onEdit(index, next);
  const off = !mayChange;
  return (
    <tr data-off={!rule.enabled} data-bad={bad?.severity} title={bad?.text}>
      <td><Checkbox aria-label={`${names.on} ${rule.name}`} checked={rule.enabled} disabled={off} onChange={(event) => put({ ...rule, enabled: event.target.checked })} /></td>
      <td><Select size="small" aria-label={`${names.grade} ${rule.name}`} value={rule.grade} disabled={off} options={gradeOptions} onChange={(grade) => put({ ...rule, grade })} /></td>
      <td><Input size="small" aria-label={`${names.name} ${rule.id}`} title={bad?.text ?? rule.id} {...(rule.name.trim() === '' ? { status: 'error' as const } : {})} value={rule.name} disabled={off} maxLength={24} onChange={(event) => put({ ...rule, name: event.target.value })} /></td>
      <td><Select size="small" aria-label={`${names.kind} ${rule.name}`} value={rule.kind} disabled={off} options={kindOptions} onChange={(kind) => put(ofKind(rule, kind))} /></td>
      <td><RuleContent rule={rule} off={off} put={put} /></td>
      <td><Select size="small" aria-label={`${names.anchor} ${rule.name}`} value={rule.anchor} disabled={off} options={anchorOptions} onChange={(anchor) => put({ ...rule, anchor })} /></td>
      <td>{'digits' in rule ? <Input size="small" aria-label={`${names.digits} ${rule.name}`} value={rule.digits === rulesText.allDigits ? '' : rule.digits} placeholder="0–9" disabled={off}
        onChange={(event) => put({ ...rule, digits: onlyDigits(event.target.value) || rulesText.allDigits })} /> : null}</td>
      <td className="rules-order">{off ? null : <>
        <Button size="small" type="text" aria-label={`${rulesText.up} ${rule.name}`} icon={<ArrowUpOutlined />} disabled={index === 0} onClick={() => onMove(index, -1)} />
        <Button size="small" type="text" aria-label={`${rulesText.down} ${rule.name}`} icon={<ArrowDownOutlined />} onClick={() => onMove(index, 1)} />
        <Button size="small" type="text" aria-label={`${rulesText.remove} ${rule.name}`} icon={<DeleteOutlined />} onClick={() => onRemove(index)} />
      </>}</td>
    </tr>
  );
});

/** What the rule looks for, by its kind. */
function RuleContent({ rule, off, put }: { readonly rule: DraftRule; readonly off: boolean; readonly put: (rule: DraftRule) => void }): ReactNode {
  const label = `${names.what} ${rule.name}`;
  switch (rule.kind) {
    case 'run':
      return <InputNumber size="small" aria-label={label} min={2} max={7} precision={0} value={rule.length} disabled={off} suffix="位" onChange={(length) => put({ ...rule, length: length ?? rule.length })} />;
    case 'sequence':
      return <span className="rules-sequence">
        <InputNumber size="small" aria-label={label} min={3} max={7} precision={0} value={rule.length} disabled={off} suffix="位" onChange={(length) => put({ ...rule, length: length ?? rule.length })} />
        <Checkbox checked={rule.wrap} disabled={off} onChange={(event) => put({ ...rule, wrap: event.target.checked })}>{rulesText.wrap}</Checkbox>
      </span>;
    case 'shape':
      return <Input size="small" aria-label={label} value={rule.shape} disabled={off} maxLength={12} onChange={(event) => put({ ...rule, shape: event.target.value.toUpperCase().replace(/[＊]/g, '*').replace(/[^A-G*]/g, '') })} />;
    case 'list':
      return <Input size="small" aria-label={label} value={rule.entries.join(' ')} disabled={off} title={rule.entries.join(' ')} onChange={(event) => put({ ...rule, entries: event.target.value.normalize('NFKC').replace(/[^\d ]/g, ' ').split(/ /) })} />;
    case 'product':
      return <span className="hint">三七二十一：3721</span>;
  }
}

const onlyDigits = (text: string): string => [...new Set(text.normalize('NFKC').replace(/\D/g, ''))].sort().join('');

function ofKind(rule: DraftRule, kind: DraftRule['kind']): DraftRule {
  const { id, name, grade, enabled, anchor } = rule;
  const named = { id, name, grade, enabled, anchor };
  const digits = 'digits' in rule ? rule.digits : rulesText.allDigits;
  switch (kind) {
    case 'run': return { ...named, kind, length: 3, digits };
    case 'sequence': return { ...named, kind, length: 4, wrap: false };
    case 'shape': return { ...named, kind, shape: 'AABB', digits };
    case 'list': return { ...named, kind, entries: ['168'] };
    case 'product': return { ...named, kind };
  }
}
