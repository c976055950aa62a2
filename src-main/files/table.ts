/** A sheet as people see it: every cell as text, in the order of the file; a row may be shorter than the others. */
export type Table = readonly (readonly string[])[];

/** What a file may cost before it is refused. */
export type TableLimits = { readonly rows: number; readonly columns: number; readonly unpackedBytes: number };

/** Why the bytes are no table, or a larger one than is read. */
export type TableRefusal = { readonly code: 'unreadable' | 'old-workbook' | 'packed-too-large' | 'too-many-rows' };
