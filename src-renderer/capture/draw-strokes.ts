import { lineWidth, type Stroke } from './strokes.ts';

/** Draws all strokes at the canvas' own size and pixel ratio; the ink is the text colour, so that dark mode shows it too. */
export function drawStrokes(canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void {
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.scale(ratio, ratio);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = getComputedStyle(canvas).color;
  pen.fillStyle = pen.strokeStyle;
  for (const stroke of strokes) drawStroke(pen, stroke, width);
}

function drawStroke(pen: CanvasRenderingContext2D, stroke: Stroke, width: number): void {
  const [first] = stroke;
  if (!first) return;
  if (stroke.length === 1) {
    pen.beginPath();
    pen.arc(first.x * width, first.y * width, lineWidth(first.p, width) / 2, 0, Math.PI * 2);
    pen.fill();
  }
  for (let at = 1; at < stroke.length; at += 1) {
    const [from, to] = [stroke[at - 1], stroke[at]];
    if (!from || !to) continue;
    pen.lineWidth = lineWidth((from.p + to.p) / 2, width);
    pen.beginPath();
    pen.moveTo(from.x * width, from.y * width);
    pen.lineTo(to.x * width, to.y * width);
    pen.stroke();
  }
}
