import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '#contract/failures.ts';
import type { PaperVerdict } from '#contract/papers.ts';
import { useBridge } from '../../../stores/bridge-context.ts';

/** The sealed bytes and what checking them showed; asked once for each paper, because every opening is recorded. */
export type SealedPaper = { readonly bytes: Uint8Array | null; readonly verdict: PaperVerdict | null; readonly failure: Failure | null; readonly verify: () => void };

export function useSealedPaper(paperId: string): SealedPaper {
  const bridge = useBridge();
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const [verdict, setVerdict] = useState<PaperVerdict | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let gone = false;
    void bridge.invoke('papers/open', { paperId }).then((answer) => {
      if (gone) return;
      if (answer.ok) setBytes(answer.value.bytes);
      else setFailure(answer.error);
    });
    return () => { gone = true; };
  }, [bridge, paperId]);
  const verify = useCallback(() => {
    void bridge.invoke('papers/verify', { paperId }).then((answer) => {
      if (answer.ok) setVerdict(answer.value);
      else setFailure(answer.error);
    });
  }, [bridge, paperId]);
  useEffect(verify, [verify]);
  return { bytes, verdict, failure, verify: () => { setVerdict(null); verify(); } };
}
