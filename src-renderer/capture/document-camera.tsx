import { Select } from 'antd';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { type CameraDevice, type CameraFailure, closeCamera, listCameras, openCamera } from './camera.ts';

/** The live picture of the document camera. `video` is handed in so that the screen can shoot by key. */
export function DocumentCamera({ video, deviceId, onDevice, onState, title, right }: {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly deviceId: string | null;
  readonly onDevice: (id: string) => void;
  readonly onState: (state: 'opening' | 'live' | CameraFailure['code']) => void;
  readonly title: ReactNode;
  readonly right: ReactNode;
}): ReactNode {
  const [devices, setDevices] = useState<readonly CameraDevice[]>([]);
  useEffect(() => {
    let gone = false;
    let stream: MediaStream | null = null;
    onState('opening');
    void openCamera(deviceId).then(async (opened) => {
      if (gone) return opened.ok ? closeCamera(opened.value) : undefined;
      if (!opened.ok) return onState(opened.error.code);
      stream = opened.value;
      if (video.current) video.current.srcObject = stream;
      onState('live');
      return setDevices(await listCameras());
    });
    return () => { gone = true; closeCamera(stream); };
    // The callbacks are the screen's own and change with each render: only another device opens the camera anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [deviceId]);
  return (
    <div className="camera">
      <header className="camera-head">
        <strong>{title}</strong>
        {devices.length > 1 ? (
          <Select size="small" aria-label="选高拍仪" value={deviceId ?? devices[0]?.id} onChange={onDevice} style={{ width: 150 }}
            options={devices.map((device) => ({ value: device.id, label: device.name }))} />
        ) : <span className="camera-device">{devices[0]?.name ?? ''}</span>}
        <span className="camera-right">{right}</span>
      </header>
      <video ref={video} className="camera-picture" autoPlay playsInline muted aria-label="高拍仪实时画面" />
    </div>
  );
}
