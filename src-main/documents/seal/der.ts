import { assert } from '#domain/assert.ts';

/** One node of a DER encoding: its tag, its content, and itself with the header. */
export type DerNode = { readonly tag: number; readonly body: Buffer; readonly raw: Buffer };

export const TAG = {
  boolean: 0x01, integer: 0x02, bits: 0x03, octets: 0x04, empty: 0x05, oid: 0x06, text: 0x0c, utcTime: 0x17, time: 0x18,
  sequence: 0x30, set: 0x31, context0: 0xa0, context3: 0xa3, context4: 0xa4,
} as const;

export function node(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
}

export const sequence = (...content: readonly Uint8Array[]): Buffer => node(TAG.sequence, ...content);
/** DER wants a set's members in the order of their encodings. */
export const setOf = (...content: readonly Buffer[]): Buffer => node(TAG.set, ...content.toSorted(Buffer.compare));
export const octets = (content: Uint8Array): Buffer => node(TAG.octets, content);
export const smallInteger = (value: number): Buffer => node(TAG.integer, Buffer.from([value]));
export const empty = (): Buffer => node(TAG.empty);

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const value of rest) {
    const groups = [value & 127];
    for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) groups.unshift(128 | (left & 127));
    bytes.push(...groups);
  }
  return node(TAG.oid, Buffer.from(bytes));
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

/** Reads the node at `offset`; throws on anything that runs past the bytes. */
export function readNode(bytes: Buffer, offset = 0): DerNode {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  assert(tag !== undefined && first !== undefined, 'readNode: nothing left');
  let [length, header] = [first, 2];
  if (first & 0x80) {
    const count = first & 0x7f;
    assert(count > 0 && count < 5 && offset + 2 + count <= bytes.length, 'readNode: length form');
    length = bytes.readUIntBE(offset + 2, count);
    header += count;
  }
  const end = offset + header + length;
  assert(end <= bytes.length, 'readNode: runs past the end');
  return { tag, body: bytes.subarray(offset + header, end), raw: bytes.subarray(offset, end) };
}

export function childrenOf({ body }: DerNode): DerNode[] {
  const children: DerNode[] = [];
  for (let offset = 0; offset < body.length;) {
    const child = readNode(body, offset);
    children.push(child);
    offset += child.raw.length;
  }
  return children;
}

/** The child at `index`; a missing one is a malformed encoding. */
export function childAt(parent: DerNode, index: number): DerNode {
  const child = childrenOf(parent)[index];
  assert(child, 'childAt: missing member');
  return child;
}
