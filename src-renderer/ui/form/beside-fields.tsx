import { Input } from 'antd';
import type { ReactNode } from 'react';
import { Field } from './field.tsx';

/** Number and password of the supervisor who signs beside the clerk; the clerk stays signed in. */
export type Beside = { readonly staffNo: string; readonly password: string };

export const nobodyBeside: Beside = { staffNo: '', password: '' };

/** Both are filled: the attempt can be made. */
export const isBeside = ({ staffNo, password }: Beside): boolean => staffNo.trim() !== '' && password !== '';

/** The two fields, side by side; words come from the caller. */
export function BesideFields({ words, value, span = 6, onChange }: {
  readonly words: { readonly staffNo: string; readonly password: string };
  readonly value: Beside;
  readonly span?: number;
  readonly onChange: (next: Beside) => void;
}): ReactNode {
  return (
    <>
      <Field label={words.staffNo} span={span} htmlFor="beside-staff-no"><Input id="beside-staff-no" autoComplete="off" maxLength={20} value={value.staffNo} onChange={(event) => onChange({ ...value, staffNo: event.target.value })} /></Field>
      <Field label={words.password} span={span} htmlFor="beside-password"><Input.Password id="beside-password" autoComplete="off" maxLength={200} value={value.password} onChange={(event) => onChange({ ...value, password: event.target.value })} /></Field>
    </>
  );
}
