import { type ReactNode, useRef } from 'react';
import type { ListImport } from '#contract/routing.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { useOpenCaseStore } from '../../stores/open-case.ts';
import { formText } from '../../text/routing.ts';
import { useKeys } from '../../ui/keys/key-scope.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../ui/primary-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

/** Picks a CSV or XLSX and has it read; the failure bar says why it was not. */
export function useListImport(caseId: string, enabled: boolean, onRead: (list: ListImport) => void): { readonly pick: () => void; readonly input: ReactNode } {
  const bridge = useBridge();
  const store = useOpenCaseStore();
  const picker = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || !enabled) return;
    const answer = await bridge.invoke('routing/import-list', { caseId, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    if (answer.ok) onRead(answer.value);
    else store.setState({ failure: answer.error });
  };
  return {
    pick: () => { if (enabled) picker.current?.click(); },
    input: <input ref={picker} type="file" className="visually-hidden" aria-label={formText.importList} tabIndex={-1} accept=".csv,.xlsx,text/csv" onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ''; }} />,
  };
}

type Props = { readonly list: string; readonly report: ListImport; readonly onTake: () => void; readonly onClose: () => void };

/** What the file holds and what of it is left out, row by row, before it is put into the list. */
export function ImportReport(props: Props): ReactNode {
  return <Dialog title={formText.importTitle} width={480} onClose={props.onClose}><Report {...props} /></Dialog>;
}

function Report({ list, report: { entries, rejected, errors }, onTake, onClose }: Props): ReactNode {
  useKeys([{ keys: 'Enter', label: formText.importInto(list), run: onTake }]);
  return (
    <>
      <h2 className="dialog-words">{formText.importTitle}</h2>
      <p><StatusWord tone={rejected > 0 ? 'warning' : 'success'}>{formText.imported(entries.length, rejected)}</StatusWord></p>
      {errors.length > 0 ? <ul className="import-errors scroll" tabIndex={0}>{errors.map(({ row, code, value }) => <li key={`${row} ${code}`}><span>{formText.importRow(row)}</span><span className="ellipsis">{formText.importErrors[code]}{value === '' ? '' : `：${value}`}</span></li>)}</ul> : null}
      <div className="dialog-actions"><QuietButton label={formText.cancel} keys="Esc" onClick={onClose} /><PrimaryButton label={formText.importInto(list)} keys="Enter" onClick={onTake} /></div>
    </>
  );
}
