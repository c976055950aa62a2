import { fail, ok, type Result } from '#domain/result.ts';
import { fitWithin } from './image-size.ts';

/** Why the camera gives no picture: no permission, none plugged in, in use by another program, or gone. */
export type CameraFailure = { readonly code: 'denied' | 'none' | 'busy' | 'no-picture' };

/** A document camera as the choice list shows it. */
export type CameraDevice = { readonly id: string; readonly name: string };

/** Cameras plugged in now; names are empty until permission was given once. */
export async function listCameras(): Promise<readonly CameraDevice[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return devices.filter((device) => device.kind === 'videoinput')
    .map((device, index) => ({ id: device.deviceId, name: device.label || `摄像头 ${index + 1}` }));
}

/** Opens a camera at the highest resolution it has. */
export async function openCamera(deviceId: string | null): Promise<Result<MediaStream, CameraFailure>> {
  if (!navigator.mediaDevices) return fail({ code: 'none' });
  const size = { width: { ideal: 4096 }, height: { ideal: 3072 } };
  try {
    return ok(await navigator.mediaDevices.getUserMedia({ audio: false, video: deviceId ? { ...size, deviceId: { exact: deviceId } } : size }));
  } catch (error) {
    return fail({ code: codeOf(error) });
  }
}

export const closeCamera = (stream: MediaStream | null): void => stream?.getTracks().forEach((track) => track.stop());

/** The picture shown now as JPEG, its long edge at most 3000 pixels. */
export async function shoot(video: HTMLVideoElement): Promise<Result<Uint8Array<ArrayBuffer>, CameraFailure>> {
  if (video.videoWidth === 0) return fail({ code: 'no-picture' });
  const { width, height } = fitWithin({ width: video.videoWidth, height: video.videoHeight });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return fail({ code: 'no-picture' });
  context.drawImage(video, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  return ok(new Uint8Array(await blob.arrayBuffer()));
}

function codeOf(error: unknown): CameraFailure['code'] {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none';
}
