/**
 * Chromium's profile lies outside userData: its session files keep what was typed, which Electron never writes.
 * A clean end removes it; one left by a killed app is removed by a later start.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { host } from '../host.ts';

const prefix = 'console-host-';
const staleMs = 10 * 60_000;

/** The same folder for the same userData. */
export function profileFor(userData: string): string {
  return join(tmpdir(), `${prefix}${createHash('sha256').update(userData).digest('hex').slice(0, 16)}`);
}

export function removeProfile(profile: string): void {
  try { rmSync(profile, { recursive: true, force: true, maxRetries: 3 }); } catch (error) { host.log('profile', error); }
}

export function removeStaleProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const profile = join(tmpdir(), name);
    if (name.startsWith(prefix) && isStale(profile)) removeProfile(profile);
  }
}

function isStale(profile: string): boolean {
  try {
    if (Date.now() - statSync(profile).mtimeMs < staleMs) return false;
    process.kill(Number(readlinkSync(join(profile, 'SingletonLock')).split('-').pop()), 0);
    return false;
  } catch { return true; } // no lock, or its owner has gone
}
