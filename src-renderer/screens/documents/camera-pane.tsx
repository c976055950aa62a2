import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { DocumentKind } from '#contract/documents.ts';
import type { CameraFailure } from '../../capture/camera.ts';
import { DocumentCamera } from '../../capture/document-camera.tsx';
import { documentName, documentsText } from '../../text/documents.ts';
import { QuietButton } from '../../ui/quiet-button.tsx';

export type CameraState = 'opening' | 'live' | CameraFailure['code'];

/** The live picture, or in calm words why there is none; it stays open behind a page that is looked at. */
export function CameraPane({ video, kind, state, attempt, onState, onRetry }: {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly kind: DocumentKind;
  readonly state: CameraState;
  /** Another number opens the camera anew. */
  readonly attempt: number;
  readonly onState: (state: CameraState) => void;
  readonly onRetry: () => void;
}): ReactNode {
  const [deviceId, setDeviceId] = useState<string | null>(null);
  useEffect(() => {
    // Plugged in while the screen is open: found without a key.
    if (state === 'live' || state === 'opening' || !navigator.mediaDevices) return undefined;
    navigator.mediaDevices.addEventListener('devicechange', onRetry);
    return () => navigator.mediaDevices.removeEventListener('devicechange', onRetry);
  }, [state, onRetry]);
  return (
    <div className="camera-pane" data-state={state}>
      <DocumentCamera key={attempt} video={video} deviceId={deviceId} onDevice={setDeviceId} onState={onState} title={documentsText.camera} right={documentName[kind]} />
      {state === 'live' ? null : <CameraGap state={state} onRetry={onRetry} />}
      <footer className="camera-foot">{state === 'live' ? documentsText.shootHint : documentsText.fileHint}</footer>
    </div>
  );
}

function CameraGap({ state, onRetry }: { readonly state: Exclude<CameraState, 'live'>; readonly onRetry: () => void }): ReactNode {
  if (state === 'opening') return <div className="camera-gap">{documentsText.opening}</div>;
  const { title, next } = documentsText.noCamera[state];
  return (
    <div className="camera-gap" role="status">
      <strong>{title}</strong><span>{documentsText.noCameraSafe}</span><span>{next}</span>
      <QuietButton small label={documentsText.retry} keys="F5" onClick={onRetry} />
    </div>
  );
}
