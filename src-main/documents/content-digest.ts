import { createHash } from 'node:crypto';
import { type Paper, paperContentText } from '#domain/agreement/paper-content.ts';

/** SHA-256 of the paper's content in hex: what an approval, a signature record and the 内容码 on each page stand for. */
export function contentDigest(paper: Paper): string {
  return createHash('sha256').update(paperContentText(paper), 'utf8').digest('hex');
}

/** The 内容码 printed on each page: its first 12 digits in capitals. */
export const contentCode = (paper: Paper): string => contentDigest(paper).slice(0, 12).toUpperCase();
