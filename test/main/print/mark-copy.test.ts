import { expect, test } from 'vitest';
import { markCopy } from '../../../src-main/services/print/mark-copy.ts';
import type { ConsoleContext } from '../../../src-main/services/console-context.ts';
import type { SealedPaper } from '../../../src-main/store/tables/paper-rows.ts';

const contextOf = (version: string, drawn: string[]) => ({
  reference: { clauses: { template: { version } } },
  papers: { makeAgreement: async () => { drawn.push(version); return { ok: true, value: { pdf: new Uint8Array([1]), contentDigest: '', fileDigest: '' } }; } },
}) as unknown as ConsoleContext;
const signed = { content: JSON.stringify({ kind: 'agreement', head: { template: { version: '第5版' } } }), madeAt: '2026-11-24T02:00:00.000Z' } as SealedPaper;

test('a copy is only drawn with the clauses that were signed', async () => {
  const drawn: string[] = [];
  expect(await markCopy(contextOf('第5版', drawn), signed, 3)).toMatchObject({ ok: true });
  expect(await markCopy(contextOf('第6版', drawn), signed, 3)).toEqual({ ok: false, error: { code: 'wording-changed' } });
  expect(drawn).toEqual(['第5版']);
});
