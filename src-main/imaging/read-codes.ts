import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

let ready = false;

// The package would fetch its wasm from a network address; ours comes from the package on disk.
function prepare(): void {
  if (ready) return;
  const file = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: false });
  ready = true;
}

/** The texts of every QR code in a picture (JPEG or PNG); empty when there is none, or the bytes are no picture. */
export async function readCodes(image: Uint8Array): Promise<readonly string[]> {
  prepare();
  try {
    const found = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 });
    return found.filter((code) => code.isValid).map((code) => code.text);
  } catch {
    return [];
  }
}
