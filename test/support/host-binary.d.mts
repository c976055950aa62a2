export type HostBinary = { readonly path: string; readonly isReal: boolean };
export function electronPath(root: string): string;
export function hostBinary(root: string): HostBinary;
