import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LifeMark } from '#domain/lease/device-life.ts';
import type { DeviceSide } from '../../src-main/services/leases/device-life.ts';

/** The machine of a test console: its key and side file lie plainly in the data folder. `machine`: whose key store it is. */
export function openTestSide(dir: string, machine = 'this-pc'): DeviceSide {
  const [keyFile, markFile] = [join(dir, 'device.key'), join(dir, 'device.mark')];
  const [owner, id] = existsSync(keyFile) ? readFileSync(keyFile, 'utf8').split(' ') : [];
  return {
    keyId: owner === machine ? id ?? null : null,
    makeKey: async () => {
      const made = randomUUID();
      writeFileSync(keyFile, `${machine} ${made}`);
      return made;
    },
    readMark: () => existsSync(markFile) ? JSON.parse(readFileSync(markFile, 'utf8')) as LifeMark : null,
    // Whole or not at all, for campaigns that kill.
    writeMark: (mark) => {
      writeFileSync(`${markFile}.new`, JSON.stringify(mark));
      renameSync(`${markFile}.new`, markFile);
    },
  };
}
