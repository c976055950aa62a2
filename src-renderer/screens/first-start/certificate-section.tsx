import { Input } from 'antd';
import { type ReactNode, useRef } from 'react';
import { setUpText } from '../../text/sign-in.ts';
import { Field } from '../../ui/form/field.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';

type Chosen = { readonly file: File | null; readonly password: string };

/** The hall's sealing certificate; it may be imported later, nothing can be sealed before. */
export function CertificateSection({ chosen, onChange }: { readonly chosen: Chosen; readonly onChange: (chosen: Chosen) => void }): ReactNode {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <FormSection title={setUpText.certificate}>
      <Field label={setUpText.certificateFile} span={7}>
        <input ref={chooser} type="file" accept=".p12,.pfx" className="visually-hidden" tabIndex={-1} aria-label={setUpText.certificateFile}
          onChange={(event) => onChange({ ...chosen, file: event.target.files?.[0] ?? null })} />
        <QuietButton label={chosen.file?.name ?? setUpText.certificateChoose} onClick={() => chooser.current?.click()} />
      </Field>
      <Field label={setUpText.certificatePassword} span={5} htmlFor="certificatePassword">
        <Input id="certificatePassword" type="password" autoComplete="off" disabled={chosen.file === null} value={chosen.password} onChange={(event) => onChange({ ...chosen, password: event.target.value })} />
      </Field>
    </FormSection>
  );
}
