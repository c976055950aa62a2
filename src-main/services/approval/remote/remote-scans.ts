import { createHash } from 'node:crypto';
import type { RequestPacket } from '#domain/approval/request-packet.ts';
import type { ConsoleContext } from '../../console-context.ts';
import type { CarriedScan } from '../carried/carried-text.ts';

/** Scans of other PCs' cases: in memory only, of the requests looked at last, gone with the program. */
export type RemoteScans = {
  readonly keep: (requestId: string, scans: readonly CarriedScan[]) => void;
  readonly find: (documentId: string) => Uint8Array | null;
  /** Asks the carrier for what is not here yet; a scan that is not the one named is not shown. Answers what can be looked at. */
  readonly fetch: (context: ConsoleContext, packet: RequestPacket) => Promise<ReadonlySet<string>>;
};

/** So many requests at most are kept with their scans. */
const mostRequests = 4;

export function openRemoteScans(): RemoteScans {
  const kept = new Map<string, readonly CarriedScan[]>();
  const keep: RemoteScans['keep'] = (requestId, scans) => {
    kept.delete(requestId);
    kept.set(requestId, scans);
    for (const oldest of [...kept.keys()].slice(0, -mostRequests)) kept.delete(oldest);
  };
  return {
    keep,
    find: (documentId) => [...kept.values()].flat().find((scan) => scan.documentId === documentId)?.bytes ?? null,
    fetch: async (context, packet) => {
      const known = new Map((kept.get(packet.requestId) ?? []).map((scan) => [scan.documentId, scan]));
      for (const { documentId, sha256 } of packet.scans) {
        if (known.has(documentId)) continue;
        const answer = await context.line.fetchScan(documentId);
        if (!answer.ok && answer.error.code === 'offline') break;
        if (answer.ok && createHash('sha256').update(answer.value).digest('hex') === sha256) known.set(documentId, { documentId, bytes: answer.value });
      }
      keep(packet.requestId, [...known.values()]);
      return new Set(known.keys());
    },
  };
}
