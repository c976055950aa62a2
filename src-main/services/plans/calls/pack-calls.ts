import { gunzipSync, gzipSync } from 'node:zlib';
import { assert } from '#domain/assert.ts';
import { callListSummary, type CallListSummary } from '#domain/calls/call-list-summary.ts';
import type { CallRecord } from '#domain/tariff/usage.ts';

/** Packed lists begin with it; another layout gets another number. */
const layout = 1;
const epoch = Date.UTC(2000, 0, 1);
const fields = 3;

type Head = { readonly layout: number; readonly summary: CallListSummary; readonly kinds: readonly Kind[] };
type Kind = Pick<CallRecord, 'line' | 'callerArea' | 'answeredArea'>;

/**
 * Packs a call list: length of the head, the head as JSON, then gzipped for each call its start (wall seconds since 2000), its
 * length and which kind of call it is. Nothing in it names a caller.
 */
export function packCalls(calls: readonly CallRecord[]): Uint8Array {
  const places = new Map<string, number>();
  const kinds: Kind[] = [];
  const values = new Uint32Array(calls.length * fields);
  calls.forEach(({ at, seconds, line, callerArea, answeredArea }, index) => {
    const key = `${line} ${callerArea} ${answeredArea}`;
    const place = places.get(key) ?? kinds.push({ line, callerArea, answeredArea }) - 1;
    places.set(key, place);
    values.set([(Date.parse(`${at}Z`) - epoch) / 1000, seconds, place], index * fields);
  });
  const head = Buffer.from(JSON.stringify({ layout, summary: callListSummary(calls), kinds } satisfies Head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return new Uint8Array(Buffer.concat([length, head, gzipSync(values)]));
}

/** What the list is about, without unpacking it. */
export const summaryOf = (packed: Uint8Array): CallListSummary => headOf(packed).head.summary;

/** The calls again, in their order. */
export function unpackCalls(packed: Uint8Array): readonly CallRecord[] {
  const { head, rest } = headOf(packed);
  const bytes = gunzipSync(rest);
  const values = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return Array.from({ length: values.length / fields }, (_, index) => {
    const [start = 0, seconds = 0, place = 0] = values.subarray(index * fields, (index + 1) * fields);
    const kind = head.kinds[place];
    assert(kind, 'unpackCalls: a kind of call is missing');
    return { at: new Date(epoch + start * 1000).toISOString().slice(0, 19), seconds, ...kind };
  });
}

function headOf(packed: Uint8Array): { readonly head: Head; readonly rest: Uint8Array } {
  const view = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const end = 4 + view.readUInt32LE(0);
  const head = JSON.parse(view.subarray(4, end).toString()) as Head;
  assert(head.layout === layout, 'packedCalls: an unknown layout');
  return { head, rest: view.subarray(end) };
}
