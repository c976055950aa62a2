import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBits, crc32, decodePoolSnapshot, encodePoolSnapshot, SEGMENT_BYTES } from '#domain/number/pool-snapshot.ts';

const same = (bytes: Uint8Array): Uint8Array => bytes;
const bitmap = (fill: readonly number[]): Uint8Array => {
  const busy = new Uint8Array(SEGMENT_BYTES);
  for (const suffix of fill) busy[suffix >>> 3]! |= 1 << (suffix & 7);
  return busy;
};

describe('a snapshot of the pool', () => {
  it('comes back as it went', () => {
    const taken = fc.array(fc.nat(999_999), { maxLength: 50 });
    fc.assert(
      fc.property(fc.nat(), taken, taken, (cursor, a, b) => {
        const snapshot = { cursor, segments: [{ head: '4000', busy: bitmap(a) }, { head: '4006', busy: bitmap(b) }] };
        expect(decodePoolSnapshot(encodePoolSnapshot(snapshot, same), same)).toEqual({ ok: true, value: snapshot });
      }),
      { numRuns: 10 },
    );
  });

  it('starts with a line that a person can read', () => {
    const bytes = encodePoolSnapshot({ cursor: 12, segments: [{ head: '4006', busy: bitmap([0, 999_999]) }] }, same);
    expect(JSON.parse(String.fromCharCode(...bytes.subarray(0, bytes.indexOf(10))))).toMatchObject({ version: 1, cursor: 12, segments: ['4006'], count: 999_998 });
  });

  it('is refused when the count does not fit the bits, whatever the checksum', () => {
    const bytes = encodePoolSnapshot({ cursor: 1, segments: [{ head: '4006', busy: bitmap([5]) }] }, same);
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('').replace('"count":999999', '"count":999998');
    expect(decodePoolSnapshot(Uint8Array.from(text, (each) => each.charCodeAt(0)), same)).toEqual({ ok: false, error: { code: 'snapshot-damaged', problem: 'count' } });
  });

  it('is refused when it cannot be unpacked', () => {
    const bytes = encodePoolSnapshot({ cursor: 1, segments: [{ head: '4006', busy: bitmap([]) }] }, same);
    expect(decodePoolSnapshot(bytes, () => null)).toEqual({ ok: false, error: { code: 'snapshot-damaged', problem: 'body' } });
  });
});

it('the checksum is the common CRC-32', () => {
  expect(crc32(Uint8Array.from('123456789', (each) => each.charCodeAt(0))).toString(16)).toBe('cbf43926');
  expect(countBits(Uint8Array.of(0, 255, 129))).toBe(10);
});
