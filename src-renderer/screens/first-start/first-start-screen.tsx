import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../stores/session.ts';
import { failureText } from '../../text/failures.ts';
import { setUpText } from '../../text/sign-in.ts';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { Field } from '../../ui/form/field.tsx';
import { fieldAria } from '../../ui/form/field-aria.ts';
import { focusNextFromList, focusNextOnEnter } from '../../ui/form/focus-next.ts';
import { FormSection } from '../../ui/form/form-section.tsx';
import { TaskFoot } from '../../ui/form/task-foot.tsx';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { CertificateSection } from './certificate-section.tsx';
import { emptySetUp, type SetUpField, setUpProblems } from './set-up-form.ts';

const spans: Readonly<Record<SetUpField, number>> = { hallCode: 3, hallName: 5, areaCode: 2, region: 2, carrierUrl: 7, deviceToken: 5, adminNo: 3, adminName: 3, adminPassword: 3, adminAgain: 3 };
const sections: readonly { readonly title: string; readonly fields: readonly SetUpField[] }[] = [
  { title: setUpText.hall, fields: ['hallCode', 'hallName', 'areaCode', 'region'] },
  { title: setUpText.carrier, fields: ['carrierUrl', 'deviceToken'] },
  { title: setUpText.admin, fields: ['adminNo', 'adminName', 'adminPassword', 'adminAgain'] },
];
const secret: ReadonlySet<SetUpField> = new Set(['deviceToken', 'adminPassword', 'adminAgain']);

/** Real use, once: the hall, the carrier, the first admin with a password they choose. */
export function FirstStartScreen(): ReactNode {
  const { setUp, failure, busy } = useSession();
  const [form, setForm] = useState(emptySetUp);
  const [complained, setComplained] = useState(false);
  const [certificate, setCertificate] = useState<{ readonly file: File | null; readonly password: string }>({ file: null, password: '' });
  const problems = complained ? setUpProblems(form) : {};
  const finish = async (): Promise<void> => {
    setComplained(true);
    const [first] = Object.keys(setUpProblems(form));
    if (first !== undefined) document.getElementById(first)?.focus();
    if (first !== undefined || busy) return;
    const { adminAgain: _again, ...request } = form;
    const { file, password } = certificate;
    await setUp('setup/first-start', { ...request, certificate: file === null ? null : { p12: new Uint8Array(await file.arrayBuffer()), password } });
  };
  useKeys([{ keys: 'Ctrl+Enter', label: setUpText.submit, run: () => void finish() }]);
  const words = failure ? failureText(failure) : null;
  const errors = (Object.keys(problems) as SetUpField[]).map((field) => ({ field, label: setUpText[field], message: problems[field] ?? '' }));
  return (
    <div className="set-up panel">
      <header className="set-up-head"><h1>{setUpText.title}</h1><span className="quiet">{setUpText.note}</span></header>
      <div className="form-pane scroll" onKeyDownCapture={focusNextFromList} onKeyDown={focusNextOnEnter}>
        <ErrorSummary items={errors} onJump={(field) => document.getElementById(field)?.focus()} />
        {words ? <p role="alert"><StatusWord tone="error">{words.title}，{words.next}</StatusWord></p> : null}
        {sections.map(({ title, fields }) => (
          <FormSection key={title} title={title}>
            {fields.map((field) => (
              <Field key={field} label={field === 'adminPassword' ? `${setUpText[field]}（${setUpText.passwordHint}）` : setUpText[field]} span={spans[field]} htmlFor={field} message={problems[field]}>
                <Input {...fieldAria(field, problems[field])} type={secret.has(field) ? 'password' : 'text'} autoFocus={field === 'hallCode'} autoComplete="off" spellCheck={false} value={form[field]}
                  onChange={(event) => setForm({ ...form, [field]: event.target.value })} />
              </Field>
            ))}
          </FormSection>
        ))}
        <CertificateSection chosen={certificate} onChange={setCertificate} />
      </div>
      <TaskFoot note={setUpText.foot}><PrimaryButton label={setUpText.submit} keys="Ctrl+Enter" busy={busy} onClick={() => void finish()} /></TaskFoot>
    </div>
  );
}
