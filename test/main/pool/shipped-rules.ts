import { resolve } from 'node:path';
import { loadReference, type Reference } from '../../../src-main/reference/load-reference.ts';

export function shippedReference(): Reference {
  const loaded = loadReference(resolve('resources/reference'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}
