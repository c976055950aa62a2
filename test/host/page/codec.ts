/**
 * Structured clone as text. Each function runs in Node and, through toString(), in the page:
 * no imports, no outer names. Plain JSON values stay as they are; the rest is an array headed by its tag.
 */
export type Bytes = {
  readonly toText: (view: Uint8Array) => string;
  readonly toBytes: (text: string) => Uint8Array<ArrayBuffer>;
};
export type Codec = { readonly encode: (value: unknown) => string; readonly decode: (text: string) => unknown };

type PageBytes = { toBase64(): string };
type PageBytesMaker = { fromBase64(text: string): Uint8Array<ArrayBuffer> };

export function makeBytes(): Bytes {
  const node = (globalThis as { Buffer?: typeof Buffer }).Buffer;
  if (!node) {
    return {
      toText: (view) => (view as unknown as PageBytes).toBase64(),
      toBytes: (text) => (Uint8Array as unknown as PageBytesMaker).fromBase64(text),
    };
  }
  return {
    toText: (view) => node.from(view.buffer, view.byteOffset, view.byteLength).toString('base64'),
    toBytes: (text) => new Uint8Array(node.from(text, 'base64')),
  };
}

export function makeEncode(bytes: Bytes): Codec['encode'] {
  const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);
  const refuse = (): never => { throw new Error('An object could not be cloned.'); };
  return (root) => {
    const seen = new Map<object, number>();
    const encodeObject = (value: object): unknown => {
      const known = seen.get(value);
      if (known !== undefined) return ['ref', known];
      seen.set(value, seen.size);
      const tag = tagOf(value);
      if (Array.isArray(value)) return ['array', ...value.map(encode)];
      if (value instanceof Date) return ['date', value.getTime()];
      if (value instanceof Map) return ['map', ...[...value].map(([key, one]) => [encode(key), encode(one)])];
      if (value instanceof Set) return ['set', ...[...value].map(encode)];
      if (value instanceof RegExp) return ['regexp', value.source, value.flags];
      if (value instanceof ArrayBuffer) return ['buffer', bytes.toText(new Uint8Array(value))];
      if (ArrayBuffer.isView(value)) return ['view', tag, bytes.toText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))];
      if (value instanceof Error || tag === 'Error') { const error = value as Error; return ['error', error.name, error.message, error.stack ?? '']; }
      if (tag !== 'Object') return refuse();
      return Object.fromEntries(Object.keys(value).map((key) => [key, encode((value as Record<string, unknown>)[key])]));
    };
    const encode = (value: unknown): unknown => {
      if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
      if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? value : ['number', Object.is(value, -0) ? '-0' : String(value)];
      if (value === undefined) return ['undefined'];
      if (typeof value === 'bigint') return ['bigint', String(value)];
      return typeof value === 'object' ? encodeObject(value) : refuse();
    };
    return JSON.stringify(encode(root));
  };
}

export function makeDecode(bytes: Bytes): Codec['decode'] {
  const makers = globalThis as unknown as Record<string, (new (value: unknown) => object) | undefined>;
  const makeError = (name: string, message: string, stack: string): Error => {
    const Maker = makers[name];
    const error = Maker?.prototype instanceof Error ? (new Maker(message) as Error) : new Error(message);
    error.stack = stack;
    return error;
  };
  return (text) => {
    const kept: object[] = [];
    const keep = <T extends object>(value: T): T => { kept.push(value); return value; };
    const decodeTagged = ([tag, ...rest]: readonly unknown[]): unknown => {
      const [first, second, third] = rest as [string, string, string];
      switch (tag) {
        case 'undefined': return undefined;
        case 'number': return Number(first);
        case 'bigint': return BigInt(first);
        case 'ref': return kept[Number(first)];
        case 'array': { const list: unknown[] = keep([]); for (const one of rest) list.push(decode(one)); return list; }
        case 'map': { const map = keep(new Map<unknown, unknown>()); for (const [key, one] of rest as [unknown, unknown][]) map.set(decode(key), decode(one)); return map; }
        case 'set': { const set = keep(new Set<unknown>()); for (const one of rest) set.add(decode(one)); return set; }
        case 'date': return keep(new Date(first));
        case 'regexp': return keep(new RegExp(first, second));
        case 'buffer': return keep(bytes.toBytes(first).buffer);
        case 'view': { const View = makers[first]; return keep(new (View ?? Uint8Array)(bytes.toBytes(second).buffer as never)); }
        case 'error': return keep(makeError(first, second, third));
        default: throw new Error(`codec: unknown tag ${String(tag)}`);
      }
    };
    const decode = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return decodeTagged(value);
      const object = keep({});
      for (const [key, one] of Object.entries(value)) {
        Object.defineProperty(object, key, { value: decode(one), writable: true, enumerable: true, configurable: true });
      }
      return object;
    };
    return decode(JSON.parse(text));
  };
}

/** The host's own copy, in Node. */
export function makeCodec(): Codec {
  const bytes = makeBytes();
  return { encode: makeEncode(bytes), decode: makeDecode(bytes) };
}
