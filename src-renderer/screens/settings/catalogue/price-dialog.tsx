import type { ReactNode } from 'react';
import { catalogueText, feeWords } from '../../../text/catalogue.ts';
import { useKeys } from '../../../ui/keys/key-scope.tsx';
import { Dialog } from '../../../ui/overlay/dialog.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import type { CataloguePlan } from './catalogue-desk.ts';

type Props = { readonly plan: CataloguePlan; readonly li: number | null; readonly note: string; readonly onConfirm: () => void; readonly onClose: () => void };

/** A price is what customers sign for: it is read back before it counts. */
export function PriceDialog(props: Props): ReactNode {
  return <Dialog title={catalogueText.confirmTitle} onClose={props.onClose}><Body {...props} /></Dialog>;
}

function Body({ plan, li, note, onConfirm, onClose }: Props): ReactNode {
  const confirm = (): void => { onConfirm(); onClose(); };
  useKeys([{ keys: 'Enter', label: catalogueText.confirm, run: confirm }, { keys: 'Esc', label: catalogueText.back, when: 'always', run: onClose }]);
  return (
    <>
      <h2>{li === null ? catalogueText.confirmNone(plan.name) : catalogueText.confirmPrice(plan.name, feeWords({ ...plan, monthlyFeeLi: li }))}</h2>
      <p>{note}</p>
      <p className="hint">{catalogueText.pricingHint}</p>
      <div className="dialog-actions"><QuietButton label={catalogueText.back} keys="Esc" onClick={onClose} /><PrimaryButton label={catalogueText.confirm} keys="Enter" onClick={confirm} /></div>
    </>
  );
}
