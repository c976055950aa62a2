/** Who asks: a device of a hall. */
export type Caller = { readonly hall: string; readonly device: string };

const token = /^Bearer ([A-Za-z0-9_-]{2,32})\.([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{16,128})$/;

/** Reads `Authorization`; the reference carrier knows halls and takes any well-formed device of them. */
export function readCaller(authorization: string | undefined, halls: readonly string[]): Caller | undefined {
  const [, hall, device] = token.exec(authorization ?? '') ?? [];
  return hall !== undefined && device !== undefined && halls.includes(hall) ? { hall, device } : undefined;
}
