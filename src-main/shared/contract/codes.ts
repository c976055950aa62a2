import { z } from 'zod';

export const codeRequests = {
  /** Reads the QR codes of one camera picture (JPEG, at most 2 MB). */
  'codes/read': z.strictObject({ image: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength > 0 && value.byteLength <= 2_000_000) }),
} as const;
