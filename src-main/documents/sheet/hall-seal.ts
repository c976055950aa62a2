import type { SheetHead } from '#domain/agreement/paper-head.ts';
import type { Ink } from './ink.ts';
import { sealCorners, sealRing } from './marks.ts';

/** What a seal shows and says of itself: the certificate, and the claim that goes into the signature dictionary. */
export type SealFace = {
  readonly certificateSerial: string;
  readonly signer: string;
  readonly reason: string;
  readonly location: string;
  readonly at: Date;
};

/** The framed place of the hall's electronic seal: ring and certificate number when sealed, empty corners on a draft. */
export function hallSeal(ink: Ink, place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }, head: SheetHead, seal: SealFace | undefined, below: string): void {
  const { x, y, width, height } = place;
  if (seal) sealRing(ink, x + width * 0.6, y + height * 0.53, Math.min(52, height * 0.42), sealWords(head, below));
  sealCorners(ink, x, y, width, height);
  ink.text(x + 8, y + 15, '营业厅受理章（电子签章）', { face: 'sans', size: 8 });
  ink.text(x + 8, y + height - 8, seal ? `证书 SN ${shortSerial(seal.certificateSerial)}` : '未签章', { face: 'sans', size: 8 });
}

/** Words on the ring; in training its middle says so. */
export const sealWords = (head: SheetHead, below: string): { readonly around: string; readonly middle: string; readonly below: string } =>
  ({ around: `中国联通${head.hall.name}`, middle: head.training ? '训练' : '受理', below });

const shortSerial = (serial: string): string => (serial.length > 10 ? `${serial.slice(0, 4)}…${serial.slice(-4)}` : serial);
