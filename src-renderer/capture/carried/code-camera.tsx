import { type ReactNode, useEffect, useRef, useState } from 'react';
import { carriedText } from '../../text/carried.ts';
import { type CameraFailure, closeCamera, openCamera } from '../camera.ts';
import { fitWithin } from '../image-size.ts';

const everyMs = 500;
const edge = 1600;

/** The camera's picture, read for codes twice a second until it is closed. */
export function CodeCamera({ readCodes, onText }: { readonly readCodes: (image: Uint8Array) => Promise<readonly string[]>; readonly onText: (text: string) => void }): ReactNode {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'opening' | 'live' | CameraFailure['code']>('opening');
  const hands = useRef({ readCodes, onText });
  useEffect(() => { hands.current = { readCodes, onText }; });
  useEffect(() => {
    let gone = false;
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      const image = video.current ? await frameOf(video.current) : null;
      if (image && !gone) for (const text of await hands.current.readCodes(image)) hands.current.onText(text);
      if (!gone) timer = setTimeout(() => void look(), everyMs);
    };
    void openCamera(null).then((opened) => {
      if (gone) return opened.ok ? closeCamera(opened.value) : undefined;
      if (!opened.ok) return setState(opened.error.code);
      stream = opened.value;
      if (video.current) video.current.srcObject = stream;
      setState('live');
      return look();
    });
    return () => { gone = true; clearTimeout(timer); closeCamera(stream); };
  }, []);
  return (
    <div className="carried-camera">
      <video ref={video} autoPlay playsInline muted aria-label={carriedText.cameras.live} />
      <p className="hint" role="status">{carriedText.cameras[state]}</p>
    </div>
  );
}

async function frameOf(video: HTMLVideoElement): Promise<Uint8Array | null> {
  if (video.videoWidth === 0) return null;
  const whole = fitWithin({ width: video.videoWidth, height: video.videoHeight });
  const scale = Math.min(1, edge / Math.max(whole.width, whole.height));
  const canvas = new OffscreenCanvas(Math.round(whole.width * scale), Math.round(whole.height * scale));
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  return new Uint8Array(await blob.arrayBuffer());
}
