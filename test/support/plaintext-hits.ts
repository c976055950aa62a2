import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CustomerDraft } from '#domain/applicant/customer.ts';

/** Values that must lie nowhere in the clear: names, identity numbers, phones, addresses as typed and as stored, and image bytes. */
export function canaries(customers: readonly CustomerDraft[], images: readonly Uint8Array[]): readonly Buffer[] {
  const texts = customers.flatMap(({ name, creditCode, phone, address, legalName, legalIdNumber, legalPhone, handlerName, handlerIdNumber, handlerPhone }) =>
    [name, creditCode, phone, phone.replace(/\D/g, ''), address, legalName, legalIdNumber, legalPhone, legalPhone.replace(/\D/g, ''), handlerName, handlerIdNumber, handlerPhone, handlerPhone.replace(/\D/g, '')]);
  const spellings = [...new Set(texts)].flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  return [...spellings, ...images.map((image) => Buffer.from(image.slice(image.length >> 1, (image.length >> 1) + 32))), Buffer.from('%PDF-1.')];
}

/** Files of a folder in which one of the values stands, by their path in it. */
export function plaintextHits(folder: string, values: readonly Buffer[]): readonly string[] {
  const hits: string[] = [];
  const visit = (path: string): void => {
    if (statSync(path).isDirectory()) return readdirSync(path).forEach((name) => visit(join(path, name)));
    const bytes = readFileSync(path);
    if (values.some((value) => bytes.includes(value))) hits.push(relative(folder, path));
  };
  visit(folder);
  return hits;
}
