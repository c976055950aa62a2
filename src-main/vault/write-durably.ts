import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a whole file or none: the bytes are on the disk before the name is, and the name before this returns. */
export async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const partial = `${file}.part`;
  const handle = await open(partial, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, file);
  await syncFolder(dirname(file));
}

/** Makes created and removed names durable; Windows cannot sync a folder and its NTFS journal keeps the order. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
