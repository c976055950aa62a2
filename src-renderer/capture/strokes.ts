/** One point of a pen stroke: x and y in units of the pad's width, ms since the first touch, pressure 0…1. */
export type StrokePoint = { readonly x: number; readonly y: number; readonly t: number; readonly p: number };

/** From pen down to pen up. */
export type Stroke = readonly StrokePoint[];

/** What a pointer event tells about the pen. */
export type PenSample = { readonly clientX: number; readonly clientY: number; readonly pressure: number; readonly timeStamp: number };

/** Where the pad lies on the page. */
export type PadBox = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** What the contract accepts; what is drawn beyond it is not taken, and the pad says so. */
export const MAX_STROKES = 200;
export const MAX_POINTS = 4000;

const clamp = (value: number, high: number): number => Math.min(high, Math.max(0, value));
const round = (value: number): number => Math.round(value * 1e5) / 1e5;

/** A sample of the pen in the pad's own units; the pad's height is the largest y, so that nothing leaves the box. */
export function toPoint(sample: PenSample, box: PadBox, startedAt: number): StrokePoint {
  const units = box.width > 0 ? box.width : 1;
  return {
    x: round(clamp((sample.clientX - box.left) / units, 1)),
    y: round(clamp((sample.clientY - box.top) / units, Math.min(1, box.height / units))),
    t: Math.max(0, Math.round(sample.timeStamp - startedAt)),
    p: round(clamp(sample.pressure, 1)),
  };
}

/** The stroke with the point at its end; a point that did not move a third of a pixel is dropped, and so is one too many. */
export function extendStroke(stroke: Stroke, point: StrokePoint, width: number): Stroke {
  const last = stroke.at(-1);
  if (stroke.length >= MAX_POINTS) return stroke;
  if (last && Math.hypot(point.x - last.x, point.y - last.y) * width < 0.33) return stroke;
  return [...stroke, point];
}

/** Whether there is enough ink to be a name: more than a touch by mistake. */
export function isSigned(strokes: readonly Stroke[]): boolean {
  const length = strokes.reduce((sum, stroke) => sum + inkOf(stroke), 0);
  return length >= 0.2;
}

function inkOf(stroke: Stroke): number {
  let length = 0;
  for (let at = 1; at < stroke.length; at += 1) {
    const [a, b] = [stroke[at - 1], stroke[at]];
    if (a && b) length += Math.hypot(b.x - a.x, b.y - a.y);
  }
  return length;
}

/** Width of the line at a pressure, in pixels of a pad so wide; a mouse reports 0.5. */
export const lineWidth = (pressure: number, width: number): number => (0.6 + pressure * 1.6) * Math.max(1, width / 260);
