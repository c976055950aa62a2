/** Moves heights apart to at least `gap`, in their order, as little as a sweep from above and one from below allow; none leaves `top`…`bottom`. */
export function spreadApart(heights: readonly number[], gap: number, top: number, bottom: number): readonly number[] {
  const order = heights.map((height, index) => ({ height, index })).toSorted((a, b) => a.height - b.height);
  const placed = order.map(({ height }) => Math.min(bottom, Math.max(top, height)));
  for (let at = 1; at < placed.length; at += 1) placed[at] = Math.max(placed[at] ?? 0, (placed[at - 1] ?? 0) + gap);
  const last = placed.length - 1;
  if ((placed[last] ?? 0) > bottom) placed[last] = bottom;
  for (let at = last - 1; at >= 0; at -= 1) placed[at] = Math.min(placed[at] ?? 0, (placed[at + 1] ?? 0) - gap);
  const result = [...heights];
  for (const [at, { index }] of order.entries()) result[index] = placed[at] ?? 0;
  return result;
}
