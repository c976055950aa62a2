import sharp from 'sharp';
import { fail, ok, type Result } from '#domain/result.ts';

/** A photo made fit for the file: upright, at most 2400 px, JPEG without EXIF; a thumbnail; and what to look at again. */
export type TakenImage = {
  readonly jpeg: Uint8Array; readonly thumbnail: Uint8Array; readonly width: number; readonly height: number;
  readonly advice: readonly ('small' | 'blurred' | 'dark' | 'glare')[];
};

/** Why the bytes are no picture that can be filed. */
export type IntakeRefusal = { readonly code: 'file-not-an-image' | 'image-damaged' };

const longestSide = 2400;
const accepted: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'tiff']);

/** Reads a photo from camera or file. The bytes are hostile until they come out of here re-encoded. */
export async function takeImage(bytes: Uint8Array): Promise<Result<TakenImage, IntakeRefusal>> {
  const open = () => sharp(bytes, { limitInputPixels: 60_000_000, failOn: 'error' });
  const format = await open().metadata().then((meta) => meta.format ?? '', () => '');
  if (!accepted.has(format)) return fail({ code: 'file-not-an-image' });
  try {
    const upright = open().rotate().resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' }).toColourspace('srgb');
    const { data, info } = await upright.jpeg({ quality: 86 }).toBuffer({ resolveWithObject: true });
    const thumbnail = await sharp(data).resize({ width: 320, height: 320, fit: 'inside' }).jpeg({ quality: 78 }).toBuffer();
    return ok({ jpeg: new Uint8Array(data), thumbnail: new Uint8Array(thumbnail), width: info.width, height: info.height, advice: await adviceOn(data, info.width, info.height) });
  } catch {
    return fail({ code: 'image-damaged' });
  }
}

/** Advice, never a refusal: thresholds were measured on screen-made samples and want the hall's own scanner (documents.md 5). */
async function adviceOn(jpeg: Buffer, width: number, height: number): Promise<TakenImage['advice']> {
  const { data, info } = await sharp(jpeg).greyscale().resize({ width: 1000, height: 1000, fit: 'inside' }).raw().toBuffer({ resolveWithObject: true });
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const white = data.reduce((count, value) => count + (value >= 254 ? 1 : 0), 0) / data.length;
  return [
    ...(Math.max(width, height) < 1000 ? ['small' as const] : []),
    ...(sharpness(data, info.width, info.height) < 28 ? ['blurred' as const] : []),
    ...(mean < 60 ? ['dark' as const] : []),
    // A white scan is white all over; glare is a part of the picture that burnt out.
    ...(white > 0.12 && mean < 200 ? ['glare' as const] : []),
  ];
}

/** Variance of the Laplacian: what is out of focus has none. */
function sharpness(grey: Buffer, width: number, height: number): number {
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const value = 4 * (grey[at] ?? 0) - (grey[at - 1] ?? 0) - (grey[at + 1] ?? 0) - (grey[at - width] ?? 0) - (grey[at + width] ?? 0);
      sum += value;
      squares += value * value;
      count++;
    }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}
