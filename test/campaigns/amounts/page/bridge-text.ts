const mark = '$bytes';

/** JSON that carries bytes too: the wire between the page and the console of a test. */
export const toText = (value: unknown): string => JSON.stringify({ value }, (_key, one: unknown) => (one instanceof Uint8Array ? { [mark]: base64(one) } : one));

export function fromText(text: string): unknown {
  const { value } = JSON.parse(text, (_key, one: unknown) => (isBytes(one) ? Uint8Array.from(atob(one[mark]), (char) => char.charCodeAt(0)) : one)) as { readonly value?: unknown };
  return value;
}

const isBytes = (one: unknown): one is { readonly [mark]: string } => typeof one === 'object' && one !== null && mark in one;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
