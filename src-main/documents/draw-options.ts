import type { PaperPrint } from '#domain/agreement/paper-head.ts';
import type { SealFace } from './sheet/hall-seal.ts';

/** What a drawing needs beside the paper: the file's time, which print it is, and the seal it will bear. */
export type DrawOptions = { readonly createdAt: Date; readonly print?: PaperPrint; readonly seal?: SealFace };
