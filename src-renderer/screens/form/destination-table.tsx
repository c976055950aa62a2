import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { maskIdentityNumber } from '#domain/applicant/mask.ts';
import type { Destination } from '#domain/routing/routing-form.ts';
import { letterOf } from '#domain/routing/words/part-words.ts';
import { formText, ownerKinds, proofs, terminals } from '../../text/routing.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CountInput } from './count-input.tsx';
import { changeDestination, removeDestination } from './edit-form.ts';
import { options, type PartProps } from './form-parts.ts';

/** The phones that answer, one row each, edited in place. */
export function DestinationTable({ edit, wrong, regions }: PartProps): ReactNode {
  const { form } = edit;
  if (form.destinations.length === 0) return <div id="destinations" tabIndex={-1}><EmptyState title={formText.noDestinations} next={formText.noDestinationsNext} /></div>;
  return (
    <table id="destinations" tabIndex={-1} className="edit-table">
      <thead>
        <tr>
          <th className="col-letter" aria-label={formText.destinations} /><th className="col-phone">{formText.number}</th><th className="col-terminal">{formText.terminal}</th><th className="col-lines">{formText.capacity}</th><th>{formText.owner}</th><th className="col-pick">{formText.relation}</th>
          <th className="col-pick">{formText.proof}</th><th className="col-month">{formText.month}</th><th className="col-identity">{formText.identity}</th><th className="col-remove" aria-label={formText.remove} />
        </tr>
      </thead>
      <tbody>
        {form.destinations.map((destination, index) => <DestinationRow key={destination.id} destination={destination} index={index} edit={edit} wrong={wrong} regions={regions} />)}
      </tbody>
    </table>
  );
}

function DestinationRow({ destination, index, edit, wrong }: PartProps & { readonly destination: Destination; readonly index: number }): ReactNode {
  const { form, editable } = edit;
  const { id } = destination;
  const put = (patch: Partial<Destination>): void => edit.change(changeDestination(form, id, patch));
  const letter = letterOf(index);
  const text = (field: 'number' | 'ownerName' | 'proofMonth', label: string, maxLength: number): ReactNode => {
    const fieldId = `destinations-${id}-${field}`;
    return (
      <Input id={fieldId} size="small" value={destination[field]} maxLength={maxLength} disabled={!editable} aria-label={`${letter} ${label}`} status={wrong(fieldId)}
        onChange={(event) => put({ [field]: event.target.value })} onBlur={edit.leave} />
    );
  };
  const isPrivate = destination.ownerKind === 'employee' || destination.ownerKind === 'legal-person';
  return (
    <tr>
      <th scope="row">{letter}</th>
      <td>{text('number', formText.number, 40)}</td>
      <td><Select id={`destinations-${id}-terminal`} size="small" value={destination.terminal} disabled={!editable} aria-label={`${letter} ${formText.terminal}`} options={options(terminals)} onChange={(terminal) => put({ terminal })} onBlur={edit.leave} /></td>
      <td><CountInput id={`destinations-${id}-capacity`} label={`${letter} ${formText.capacity}`} value={destination.capacity} most={1000} status={wrong(`destinations-${id}-capacity`)} disabled={!editable} onRead={(capacity) => put({ capacity: capacity ?? 1 })} onLeave={edit.leave} /></td>
      <td>{text('ownerName', formText.owner, 200)}</td>
      <td><Select id={`destinations-${id}-ownerKind`} size="small" value={destination.ownerKind} disabled={!editable} aria-label={`${letter} ${formText.relation}`} options={options(ownerKinds)} onChange={(ownerKind) => put({ ownerKind })} onBlur={edit.leave} /></td>
      <td><Select id={`destinations-${id}-proof`} size="small" value={destination.proof} disabled={!editable} aria-label={`${letter} ${formText.proof}`} status={wrong(`destinations-${id}-proof`)} options={options(proofs)} onChange={(proof) => put({ proof })} onBlur={edit.leave} /></td>
      <td>{destination.proof === 'bill' ? text('proofMonth', formText.month, 10) : <span className="hint">—</span>}</td>
      <td>{isPrivate ? <IdentityInput id={`destinations-${id}-ownerIdNumber`} label={`${letter} ${formText.identity}`} value={destination.ownerIdNumber ?? ''} status={wrong(`destinations-${id}-ownerIdNumber`)} disabled={!editable} onType={(ownerIdNumber) => put({ ownerIdNumber })} onLeave={edit.leave} /> : <span className="hint">—</span>}</td>
      <td><Button size="small" type="text" icon={<DeleteOutlined />} disabled={!editable} aria-label={`${formText.remove} ${letter}`} onClick={() => { edit.change(removeDestination(form, id)); edit.leave(); }} /></td>
    </tr>
  );
}

/** Masked unless someone is typing in it: the counter's screen is seen by more than one pair of eyes. */
function IdentityInput({ id, label, value, status, disabled, onType, onLeave }: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly status: '' | 'error' | 'warning';
  readonly disabled: boolean;
  readonly onType: (value: string) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const [typing, setTyping] = useState(false);
  return (
    <Input id={id} size="small" value={typing ? value : maskIdentityNumber(value)} maxLength={60} disabled={disabled} aria-label={label} status={status} onFocus={() => setTyping(true)}
      onChange={(event) => onType(event.target.value)} onBlur={() => { setTyping(false); onLeave(); }} />
  );
}
