import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { drawStrokes } from './draw-strokes.ts';
import { extendStroke, MAX_STROKES, type Stroke, toPoint } from './strokes.ts';

/** The pad for the handler's signature: pen, finger or mouse. Holds nothing itself: finished strokes go to `onChange`. */
export function SigningPad({ strokes, onChange, disabled, label }: {
  readonly strokes: readonly Stroke[];
  readonly onChange: (strokes: readonly Stroke[]) => void;
  readonly disabled: boolean;
  readonly label: string;
}): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const startedAt = useRef<number | null>(null);
  const [current, setCurrent] = useState<Stroke>([]);
  useEffect(() => {
    if (strokes.length === 0 && current.length === 0) startedAt.current = null;
    if (canvas.current) drawStrokes(canvas.current, current.length > 0 ? [...strokes, current] : strokes);
  }, [strokes, current]);

  const read = (event: PointerEvent<HTMLCanvasElement>, from: Stroke): Stroke => {
    const box = event.currentTarget.getBoundingClientRect();
    const samples = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const start = startedAt.current ?? event.timeStamp;
    startedAt.current = start;
    return (samples.length > 0 ? samples : [event.nativeEvent])
      .reduce<Stroke>((stroke, sample) => extendStroke(stroke, toPoint(sample, box, start), box.width), from);
  };
  const down = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (disabled || event.button !== 0 || strokes.length >= MAX_STROKES) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setCurrent(read(event, []));
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (current.length > 0) setCurrent(read(event, current));
  };
  const up = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (current.length === 0) return;
    onChange([...strokes, read(event, current)]);
    setCurrent([]);
  };
  return (
    <canvas ref={canvas} className="signing-pad" data-disabled={disabled} role="img" aria-label={label}
      onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={() => setCurrent([])} />
  );
}
