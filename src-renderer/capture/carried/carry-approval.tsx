import { type ReactNode, useState } from 'react';
import type { CarriedText } from '#contract/approval.ts';
import type { CaseView } from '#contract/cases.ts';
import { useBridge } from '../../stores/bridge-context.ts';
import { codesIn } from '../../stores/codes-in.ts';
import { useOpenCase } from '../../stores/open-case.ts';
import { carriedText } from '../../text/carried.ts';
import { sentence } from '../../text/failures.ts';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { ReadCarried } from './read-carried.tsx';
import { ShowCarried } from './show-carried.tsx';

/** Without a line: the request goes to the supervisor's PC as a code or a file, and the signed decision comes back the same way. */
export function CarryApproval({ view }: { readonly view: CaseView }): ReactNode {
  const bridge = useBridge();
  const { act } = useOpenCase();
  const [shown, setShown] = useState<CarriedText | null>(null);
  const [reading, setReading] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { caseId } = view;
  if (view.approval.state !== 'requested' || !view.editable) return null;
  const exported = async (asFile: boolean): Promise<CarriedText | null> => {
    const answer = await bridge.invoke('approval/export-request', { caseId, asFile });
    setRefused(answer.ok ? null : sentence(answer.error));
    return answer.ok ? answer.value : null;
  };
  const take = async (text: string): Promise<string | null> => {
    const answer = await act('approval/import-token', { text });
    return answer.ok ? null : sentence(answer.error);
  };
  return (
    <span className="carry-approval">
      <QuietButton small label={carriedText.showRequest} onClick={() => void exported(false).then(setShown)} />
      <QuietButton small label={carriedText.readToken} onClick={() => setReading(true)} />
      {refused ? <span role="alert"><StatusWord tone="error">{refused}</StatusWord></span> : null}
      {shown ? <ShowCarried title={carriedText.showRequest} hint={carriedText.showRequestHint} parts={shown.parts} onFile={async () => (await exported(true))?.fileName ?? null} onClose={() => setShown(null)} /> : null}
      {reading ? <ReadCarried title={carriedText.readToken} readCodes={(image) => codesIn(bridge, image)} onText={take} onClose={() => setReading(false)} /> : null}
    </span>
  );
}
