import { useEffect, useState } from 'react';
import type { Reply } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { useBridge } from './bridge-context.ts';

type ScanChannel = 'documents/view' | 'documents/thumbnail';

/** What was asked for, while it is asked for; a failure stands in its place. */
export type Scan = { readonly picture: Reply<ScanChannel> | null; readonly failure: Failure | null };

const nothing: Scan = { picture: null, failure: null };

/** The picture of a scanned page; `documents/view` is full size, watermarked, and each asking is recorded by main. */
export function useScan(channel: ScanChannel, documentId: string | null): Scan {
  const bridge = useBridge();
  const [scan, setScan] = useState<Scan & { readonly of: string | null }>({ ...nothing, of: null });
  useEffect(() => {
    if (documentId === null) return undefined;
    let current = true;
    void bridge.invoke(channel, { documentId }).then((answer) => {
      if (current) setScan(answer.ok ? { picture: answer.value, failure: null, of: documentId } : { picture: null, failure: answer.error, of: documentId });
    });
    return () => { current = false; };
  }, [bridge, channel, documentId]);
  return scan.of === documentId && documentId !== null ? scan : nothing;
}
