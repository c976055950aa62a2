/** Value tags of RFC 8010 that we write or read. */
const TAG = {
  operation: 0x01, job: 0x02, end: 0x03, integer: 0x21, boolean: 0x22, enumeration: 0x23, name: 0x42, keyword: 0x44, uri: 0x45,
  charset: 0x47, language: 0x48, mime: 0x49,
} as const;

/** Operations of RFC 8011 and of CUPS. */
export const OPERATION = { printJob: 0x0002, cancelJob: 0x0008, jobAttributes: 0x0009, cupsDefault: 0x4001, cupsPrinters: 0x4002 } as const;

export type IppSort = 'integer' | 'boolean' | 'enumeration' | 'name' | 'keyword' | 'uri' | 'mime';
export type IppValue = string | number | boolean;
export type IppAttribute = { readonly sort: IppSort; readonly name: string; readonly values: readonly IppValue[] };
export type IppRequest = {
  readonly operation: number;
  readonly id: number;
  readonly attributes: readonly IppAttribute[];
  readonly job?: readonly IppAttribute[];
  readonly data?: Uint8Array;
};

/** One attribute group of a reply. */
export type IppGroup = ReadonlyMap<string, readonly IppValue[]>;
export type IppReply = { readonly status: number; readonly id: number; readonly groups: readonly IppGroup[] };

/** A request in IPP/2.0, its texts asked for in Chinese. */
export function encodeIpp({ operation, id, attributes, job = [], data }: IppRequest): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt16BE(0x0200, 0);
  header.writeUInt16BE(operation, 2);
  header.writeInt32BE(id, 4);
  return Buffer.concat([
    header, Buffer.from([TAG.operation]),
    field(TAG.charset, 'attributes-charset', Buffer.from('utf-8')),
    field(TAG.language, 'attributes-natural-language', Buffer.from('zh-cn')),
    ...attributes.map(encodeAttribute),
    ...(job.length > 0 ? [Buffer.from([TAG.job]), ...job.map(encodeAttribute)] : []),
    Buffer.from([TAG.end]), data ?? Buffer.alloc(0),
  ]);
}

// Further values of one attribute follow under an empty name.
const encodeAttribute = ({ sort, name, values }: IppAttribute): Buffer =>
  Buffer.concat(values.map((value, i) => field(TAG[sort], i === 0 ? name : '', encodeValue(sort, value))));

function encodeValue(sort: IppSort, value: IppValue): Buffer {
  if (sort === 'boolean') return Buffer.from([value === true ? 1 : 0]);
  if (sort !== 'integer' && sort !== 'enumeration') return Buffer.from(String(value), 'utf8');
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Number(value));
  return bytes;
}

function field(tag: number, name: string, value: Buffer): Buffer {
  const nameBytes = Buffer.from(name);
  const [before, between] = [Buffer.alloc(3), Buffer.alloc(2)];
  before.writeUInt8(tag, 0);
  before.writeUInt16BE(nameBytes.length, 1);
  between.writeUInt16BE(value.length, 0);
  return Buffer.concat([before, nameBytes, between, value]);
}

/** Reads a reply (or, its layout being the same, a request); nothing where it is no IPP or cut short. */
export function decodeIpp(bytes: Buffer): IppReply | undefined {
  try {
    return { status: bytes.readUInt16BE(2), id: bytes.readInt32BE(4), groups: decodeGroups(bytes) };
  } catch {
    return undefined; // reading past the end: not a whole message
  }
}

function decodeGroups(bytes: Buffer): IppGroup[] {
  const groups: Map<string, IppValue[]>[] = [];
  let values: IppValue[] = [];
  for (let at = 8; ;) {
    const tag = bytes.readUInt8(at++);
    if (tag === TAG.end) return groups;
    if (tag < 0x10) {
      groups.push(new Map());
      continue;
    }
    const nameLength = bytes.readUInt16BE(at);
    const name = bytes.toString('utf8', at + 2, at + 2 + nameLength);
    at += 2 + nameLength;
    const length = bytes.readUInt16BE(at);
    const value = decodeValue(tag, bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
    if (name === '') values.push(value);
    else groups.at(-1)?.set(name, (values = [value]));
  }
}

function decodeValue(tag: number, raw: Buffer): IppValue {
  if (tag === TAG.integer || tag === TAG.enumeration) return raw.readInt32BE(0);
  if (tag === TAG.boolean) return raw.readUInt8(0) === 1;
  return raw.toString('utf8');
}
