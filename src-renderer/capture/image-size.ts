/** A picture's size in pixels. */
export type PixelSize = { readonly width: number; readonly height: number };

/** The longest edge that is kept: 300 dpi over 254 mm, enough for the small print of a licence. */
export const MAX_EDGE = 3000;

/** The size that fits the limit with the same proportion; a smaller picture keeps its size. */
export function fitWithin({ width, height }: PixelSize, limit: number = MAX_EDGE): PixelSize {
  const scale = Math.min(1, limit / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
