import { describe, expect, it } from 'vitest';
import type { CaseView } from '#contract/cases.ts';
import type { Failure } from '#contract/failures.ts';
import type { PreparedPaper } from '#contract/papers.ts';
import type { Bridge } from '../../src-renderer/bridge/bridge.ts';
import { makeSigningDesk } from '../../src-renderer/capture/sign-paper/desk/signing-desk-store.ts';
import { digestInFours, rareCharacters, verdictLines } from '../../src-renderer/text/papers.ts';
import { sampleCase } from './sample-cases.ts';

const paper = (digest: string, value = '甲公司'): PreparedPaper => ({
  kind: 'agreement', contentDigest: digest.repeat(64), draft: new Uint8Array([1]), answers: [{ id: 'name', label: '单位名称', value, task: 'customer', field: 'name' }],
  readOut: [{ id: 'item-1', text: '一' }, { id: 'item-2', text: '二' }, { id: 'item-3', text: '三' }],
});

const name = [[{ x: 0.1, y: 0.1, t: 0, p: 0.5 }, { x: 0.6, y: 0.3, t: 40, p: 0.5 }]];

/** A desk whose main answers with what the test puts into `main`. */
const deskOn = (main: { prepared: PreparedPaper | Failure; signed: CaseView | Failure }): { readonly desk: ReturnType<typeof makeSigningDesk>; readonly asked: [string, unknown][]; readonly applied: CaseView[] } => {
  const asked: [string, unknown][] = [];
  const applied: CaseView[] = [];
  const invoke = async (channel: string, request: unknown): Promise<unknown> => {
    asked.push([channel, request]);
    const answer = channel === 'papers/prepare' ? main.prepared : main.signed;
    return 'code' in answer ? { ok: false, error: answer } : { ok: true, value: answer };
  };
  const bridge = { invoke, subscribe: () => () => undefined, ready: () => undefined } as unknown as Bridge;
  return { desk: makeSigningDesk({ bridge, caseId: 'c', kind: 'agreement', apply: (view) => applied.push(view) }), asked, applied };
};

const readyToSign = async (main: Parameters<typeof deskOn>[0]): Promise<ReturnType<typeof deskOn>> => {
  const made = deskOn(main);
  await made.desk.getState().prepare();
  for (let count = 0; count < 3; count += 1) made.desk.getState().tickNext();
  made.desk.getState().write(name);
  return made;
};

describe('reading out', () => {
  it('ticks one item a press and moves to the next unread one', async () => {
    const { desk } = deskOn({ prepared: paper('a'), signed: sampleCase({}) });
    await desk.getState().prepare();
    desk.getState().tick('item-2');
    expect([desk.getState().read, desk.getState().readAt]).toEqual([['item-2'], 2]);
    desk.getState().tickNext();
    expect([desk.getState().read, desk.getState().readAt]).toEqual([['item-2', 'item-3'], 0]);
    desk.getState().tickNext();
    desk.getState().tickNext();
    expect([desk.getState().read, desk.getState().readAt]).toEqual([['item-2', 'item-3', 'item-1'], -1]);
  });

  it('drops the signature when an item is taken back', async () => {
    const { desk } = await readyToSign({ prepared: paper('a'), signed: sampleCase({}) });
    desk.getState().tick('item-2');
    expect([desk.getState().read, desk.getState().strokes, desk.getState().readAt]).toEqual([['item-1', 'item-3'], [], 1]);
  });
});

describe('what was ticked and written is bound to what was shown', () => {
  it('stays when the same content is prepared again', async () => {
    const { desk } = await readyToSign({ prepared: paper('a'), signed: sampleCase({}) });
    const shown = desk.getState().prepared;
    await desk.getState().prepare();
    expect([desk.getState().read.length, desk.getState().strokes, desk.getState().prepared, desk.getState().changed]).toEqual([3, name, shown, false]);
  });

  it.each([['another digest', paper('b')], ['other words under the same digest', paper('a', '乙公司')]])('starts from the top for %s, and says so', async (_, next) => {
    const main = { prepared: paper('a') as PreparedPaper | Failure, signed: sampleCase({}) };
    const { desk } = await readyToSign(main);
    main.prepared = next;
    await desk.getState().prepare();
    expect([desk.getState().read, desk.getState().strokes, desk.getState().prepared, desk.getState().changed]).toEqual([[], [], next, true]);
  });

  it('asks main once for each state of the case', async () => {
    const { desk, asked } = deskOn({ prepared: paper('a'), signed: sampleCase({}) });
    await desk.getState().follow('7 none');
    await desk.getState().follow('7 none');
    await desk.getState().follow('8 none');
    expect(asked.map(([channel]) => channel)).toEqual(['papers/prepare', 'papers/prepare']);
  });
});

describe('sealing', () => {
  it('sends the digest that was shown, the ticks and the strokes, and hands the new case on', async () => {
    const { desk, asked, applied } = await readyToSign({ prepared: paper('a'), signed: sampleCase({}) });
    await desk.getState().sign();
    expect(asked.at(-1)).toEqual(['papers/sign', { caseId: 'c', kind: 'agreement', contentDigest: 'a'.repeat(64), readItemIds: ['item-1', 'item-2', 'item-3'], strokes: name }]);
    expect([applied.length, desk.getState().signingSince]).toEqual([1, null]);
  });

  it('is asked once, however often the key is pressed', async () => {
    const { desk, asked } = await readyToSign({ prepared: paper('a'), signed: sampleCase({}) });
    await Promise.all([desk.getState().sign(), desk.getState().sign()]);
    expect(asked.filter(([channel]) => channel === 'papers/sign')).toHaveLength(1);
  });

  it('prepares anew and tells when the content changed meanwhile', async () => {
    const main = { prepared: paper('a') as PreparedPaper | Failure, signed: { code: 'content-changed' } as CaseView | Failure };
    const { desk, applied } = await readyToSign(main);
    main.prepared = paper('b');
    await desk.getState().sign();
    expect([desk.getState().prepared, desk.getState().changed, desk.getState().read, desk.getState().failure, applied]).toEqual([paper('b'), true, [], null, []]);
  });

  it('keeps the signature when the certificate is missing: the admin can help and the clerk goes on', async () => {
    const { desk } = await readyToSign({ prepared: paper('a'), signed: { code: 'certificate-missing' } });
    await desk.getState().sign();
    expect([desk.getState().failure, desk.getState().strokes, desk.getState().read.length, desk.getState().signingSince]).toEqual([{ code: 'certificate-missing' }, name, 3, null]);
  });
});

describe('words', () => {
  it('names characters with their code points, beyond the first plane too', () => {
    expect(rareCharacters('㛃𰻞')).toBe('「㛃」（U+36C3）、「𰻞」（U+30EDE）');
  });

  it('shows a digest as it stands on the page', () => { expect(digestInFours(`0a1b2c3d4e5f${'9'.repeat(52)}`)).toBe('0A1B 2C3D 4E5F'); });

  it('tells each fact of a check by itself', () => {
    const good = { digestOk: true, signatureOk: true, coversWholeFile: true, laterChanges: [], signer: '望京营业厅', trusted: true, sameAsRecorded: true };
    expect(verdictLines(good).filter((line) => !line.good)).toEqual([]);
    expect(verdictLines({ ...good, laterChanges: ['changed', 'other'] }).filter((line) => !line.good)).toEqual([{ name: '签后改动', good: false, text: '文件被改动、动了别处' }]);
    expect(verdictLines({ ...good, trusted: false, signer: null }).filter((line) => !line.good).map((line) => line.name)).toEqual(['签章人', '证书']);
  });
});
