/**
 * contextBridge's marshalling, the same code in both worlds, put into the page as source: no imports, no outer names.
 * The worlds meet on a DOM node that page scripts never see. CustomEvent.detail read from the other world is a
 * structured clone and dispatch is synchronous, as on Electron's bridge; functions and promises cross as tokens.
 */
export type AnyFunction = (...args: readonly unknown[]) => unknown;
export type Token =
  | { readonly kind: 'clone'; readonly value: unknown }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'array'; readonly items: readonly Token[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Token])[] }
  | { readonly kind: 'own' | 'function' | 'promise'; readonly id: number | string };
type Settlers = { readonly resolve: (value: unknown) => void; readonly reject: (reason: unknown) => void };
type Packet =
  | { readonly kind: 'call'; readonly id: number | string; readonly args: Token }
  | { readonly kind: 'return' | 'settle'; readonly id?: number | string; readonly ok: boolean; readonly value: Token };

/** What one side has lent to the other and borrowed from it. */
export type Shelf = {
  readonly lent: Map<number | string, AnyFunction>;
  readonly lentIds: WeakMap<AnyFunction, number>;
  readonly borrowed: Map<number | string, AnyFunction>;
  readonly borrowedIds: WeakMap<AnyFunction, number | string>;
  readonly promises: Map<number | string, Settlers>;
  lastId: number;
};
export type Bridge = { readonly lent: Shelf['lent']; readonly call: (id: number | string, args: readonly unknown[]) => unknown };
type Pack = (value: unknown, depth?: number) => Token;
type Unpack = (token: Token) => unknown;

export function makePack(shelf: Shelf, settle: (id: number, ok: boolean, value: Token) => void): Pack {
  const isPlain = (value: object): boolean => Object.prototype.toString.call(value) === '[object Object]';
  const isLive = (value: unknown, seen = new Set<unknown>()): boolean => {
    if (typeof value === 'function' || typeof value === 'symbol') return true;
    if (typeof value !== 'object' || value === null || seen.has(value)) return false;
    seen.add(value);
    if (value instanceof Promise || value instanceof Error) return true;
    if (Array.isArray(value)) return value.some((one) => isLive(one, seen));
    return isPlain(value) && Object.values(value).some((one) => isLive(one, seen));
  };
  const packFunction = (value: AnyFunction): Token => {
    const back = shelf.borrowedIds.get(value);
    if (back !== undefined) return { kind: 'own', id: back };
    const id = shelf.lentIds.get(value) ?? (shelf.lastId += 1);
    shelf.lentIds.set(value, id);
    shelf.lent.set(id, value);
    return { kind: 'function', id };
  };
  const packPromise = (value: Promise<unknown>): Token => {
    const id = (shelf.lastId += 1);
    value.then((one) => settle(id, true, pack(one))).catch((error: unknown) => settle(id, false, pack(error instanceof Error ? error : new Error(String(error)))));
    return { kind: 'promise', id };
  };
  const pack: Pack = (value, depth = 0) => {
    if (depth > 1000) throw new Error('Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.');
    if (typeof value === 'function') return packFunction(value as AnyFunction);
    if (value instanceof Promise) return packPromise(value);
    if (value instanceof Error) return { kind: 'error', message: value.message };
    if (!isLive(value)) return { kind: 'clone', value: structuredClone(value) };
    if (Array.isArray(value)) return { kind: 'array', items: value.map((one) => pack(one, depth + 1)) };
    if (typeof value === 'object' && value !== null && isPlain(value)) {
      return { kind: 'object', entries: Object.entries(value).map(([key, one]) => [key, pack(one, depth + 1)] as const) };
    }
    throw new Error('An object could not be cloned.');
  };
  return pack;
}

export function makeUnpack(shelf: Shelf, call: Bridge['call']): Unpack {
  const borrow = (id: number | string): AnyFunction => {
    const known = shelf.borrowed.get(id);
    if (known) return known;
    const proxy: AnyFunction = (...args) => call(id, args);
    shelf.borrowed.set(id, proxy);
    shelf.borrowedIds.set(proxy, id);
    return proxy;
  };
  const unpack: Unpack = (token) => {
    switch (token.kind) {
      case 'clone': return token.value;
      case 'error': return new Error(token.message);
      case 'array': return token.items.map(unpack);
      case 'object': return Object.fromEntries(token.entries.map(([key, one]) => [key, unpack(one)]));
      case 'own': return shelf.lent.get(token.id);
      case 'promise': return new Promise((resolve, reject) => { shelf.promises.set(token.id, { resolve, reject }); });
      case 'function': return borrow(token.id);
    }
  };
  return unpack;
}

export function makeBridge(node: EventTarget, me: string, peer: string, packer: typeof makePack, unpacker: typeof makeUnpack): Bridge {
  const dispatch = EventTarget.prototype.dispatchEvent;
  const Custom = CustomEvent;
  const shelf: Shelf = { lent: new Map(), lentIds: new WeakMap(), borrowed: new Map(), borrowedIds: new WeakMap(), promises: new Map(), lastId: 0 };
  let returned: Extract<Packet, { ok: boolean }> | undefined;
  const emit = (detail: Packet): void => { Reflect.apply(dispatch, node, [new Custom(peer, { detail })]); };
  const pack = packer(shelf, (id, ok, value) => emit({ kind: 'settle', id, ok, value }));
  const call: Bridge['call'] = (id, args) => {
    emit({ kind: 'call', id, args: pack(args) });
    const answer = returned;
    returned = undefined;
    if (!answer) throw new Error('electron host: the other world did not answer');
    if (!answer.ok) throw unpack(answer.value);
    return unpack(answer.value);
  };
  const unpack = unpacker(shelf, call);
  const answerCall = (packet: Extract<Packet, { kind: 'call' }>): Packet => {
    try {
      return { kind: 'return', ok: true, value: pack(shelf.lent.get(packet.id)?.(...(unpack(packet.args) as unknown[]))) };
    } catch (error) {
      return { kind: 'return', ok: false, value: { kind: 'error', message: error instanceof Error ? error.message : String(error) } };
    }
  };
  node.addEventListener(me, (event) => {
    const packet = (event as CustomEvent<Packet>).detail;
    if (packet.kind === 'call') { emit(answerCall(packet)); return; }
    if (packet.kind === 'return') { returned = packet; return; }
    const settlers = shelf.promises.get(packet.id ?? '');
    shelf.promises.delete(packet.id ?? '');
    if (packet.ok) settlers?.resolve(unpack(packet.value));
    else settlers?.reject(unpack(packet.value));
  });
  return { lent: shelf.lent, call };
}
