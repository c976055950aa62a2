import sharp from 'sharp';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { readCodes } from '../../../src-main/imaging/read-codes.ts';

async function photograph(text: string, { blur = 0, rotate = 0 } = {}): Promise<Uint8Array> {
  const { data, size } = encode(text, { ecc: 'L', border: 4 });
  const pixels = Buffer.from(data.flatMap((row) => row.map((on) => (on ? 0 : 255))));
  const code = sharp(pixels, { raw: { width: size, height: size, channels: 1 } }).resize(size * 5, size * 5, { kernel: 'nearest' });
  const turned = sharp(await code.png().toBuffer()).rotate(rotate, { background: '#fff' });
  return (blur > 0 ? turned.blur(blur) : turned).jpeg({ quality: 70 }).toBuffer();
}

const full = `H400/${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.repeat(24)}`;

describe('codes in a picture', () => {
  test.each([['straight', {}], ['askew', { rotate: 7 }], ['a little blurred', { blur: 1.2 }]])('a full code is read %s', async (_, how) => {
    expect(await readCodes(await photograph(full, how))).toEqual([full]);
  });

  test('a picture without a code, and bytes that are no picture, give none', async () => {
    const blank = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#ccd' } }).jpeg().toBuffer();
    expect(await readCodes(blank)).toEqual([]);
    expect(await readCodes(new Uint8Array([1, 2, 3]))).toEqual([]);
  });
});
