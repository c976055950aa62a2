/** What sync writes to the log: a fact's name with codes and counts, never a body, a name or an identity number. */
export type SyncLog = {
  readonly info: (event: string, facts?: Readonly<Record<string, string | number>>) => void;
  readonly warn: (event: string, facts?: Readonly<Record<string, string | number>>) => void;
  readonly error: (event: string, facts?: Readonly<Record<string, string | number>>) => void;
};
