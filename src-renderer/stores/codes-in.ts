import type { Bridge } from '../bridge/bridge.ts';

/** The QR codes of one camera picture, read by main. */
export async function codesIn(bridge: Bridge, image: Uint8Array): Promise<readonly string[]> {
  const answer = await bridge.invoke('codes/read', { image });
  return answer.ok ? answer.value.texts : [];
}
