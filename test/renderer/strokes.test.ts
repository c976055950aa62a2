import { describe, expect, it } from 'vitest';
import { extendStroke, isSigned, MAX_POINTS, type StrokePoint, toPoint } from '../../src-renderer/capture/strokes.ts';
import { fitWithin } from '../../src-renderer/capture/image-size.ts';

const box = { left: 100, top: 50, width: 232, height: 118 };
const sample = (clientX: number, clientY: number, pressure = 0.5, timeStamp = 1000): Parameters<typeof toPoint>[0] => ({ clientX, clientY, pressure, timeStamp });
const point = (x: number, y = 0): StrokePoint => ({ x, y, t: 0, p: 0.5 });

describe('a point of the pad', () => {
  it('is measured in widths of the pad, downwards too', () => {
    expect(toPoint(sample(216, 108, 0.25, 1840), box, 1000)).toEqual({ x: 0.5, y: 0.25, t: 840, p: 0.25 });
  });

  it('stays inside the pad when the pen leaves it, and inside what the contract takes', () => {
    expect(toPoint(sample(20, 9999, 1.4, 900), box, 1000)).toEqual({ x: 0, y: 0.50862, t: 0, p: 1 });
    expect(toPoint(sample(9999, 0), box, 1000)).toMatchObject({ x: 1, y: 0 });
  });

  it('is the same on a pad twice as large', () => {
    const large = { left: 0, top: 0, width: 464, height: 236 };
    expect(toPoint(sample(232, 116), large, 1000)).toEqual(toPoint(sample(216, 108), box, 1000));
  });
});

describe('a stroke', () => {
  it('drops a point that did not move a third of a pixel', () => {
    expect(extendStroke([point(0.5)], point(0.501), 232)).toHaveLength(1);
    expect(extendStroke([point(0.5)], point(0.502), 232)).toHaveLength(2);
  });

  it('takes no more points than the contract', () => {
    const full = Array.from({ length: MAX_POINTS }, (_, at) => point(at % 2));
    expect(extendStroke(full, point(0.3), 232)).toBe(full);
  });
});

describe('a signature', () => {
  it('is more than a touch by mistake', () => {
    expect(isSigned([])).toBe(false);
    expect(isSigned([[point(0.4)], [point(0.4), point(0.45)]])).toBe(false);
    expect(isSigned([[point(0.1), point(0.2)], [point(0.3), point(0.4)]])).toBe(true);
  });
});

describe('a scan', () => {
  it('is made to fit 3000 pixels and never enlarged', () => {
    expect(fitWithin({ width: 4096, height: 3072 })).toEqual({ width: 3000, height: 2250 });
    expect(fitWithin({ width: 1500, height: 4500 })).toEqual({ width: 1000, height: 3000 });
    expect(fitWithin({ width: 1280, height: 720 })).toEqual({ width: 1280, height: 720 });
  });
});
