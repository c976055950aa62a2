import { describe, expect, it } from 'vitest';
import { makeEdits } from '../../src-renderer/screens/customer/edits.ts';

describe('edits of the customer task', () => {
  it('sends only the fields that changed, each once', () => {
    const edits = makeEdits();
    edits.put('name', '甲公司');
    edits.put('phone', '010');
    expect([edits.take(), edits.take()]).toEqual([{ name: '甲公司', phone: '010' }, {}]);
  });

  it('shows what was typed until the field is left, although main has it', () => {
    const edits = makeEdits();
    edits.put('handlerIdNumber', '1101051985');
    edits.acknowledge(edits.take());
    expect(edits.shown()).toEqual({ handlerIdNumber: '1101051985' });
    edits.release('handlerIdNumber');
    expect(edits.shown()).toEqual({});
  });

  it('keeps a field whose save failed, and sends it again', () => {
    const edits = makeEdits();
    edits.put('name', '甲公司');
    edits.giveBack(edits.take());
    edits.release('name');
    expect([edits.shown(), edits.take()]).toEqual([{ name: '甲公司' }, { name: '甲公司' }]);
  });

  it('does not let a failed save overwrite what was typed meanwhile', () => {
    const edits = makeEdits();
    edits.put('name', '甲');
    const sent = edits.take();
    edits.put('name', '甲公司');
    edits.giveBack(sent);
    expect(edits.take()).toEqual({ name: '甲公司' });
  });

  it('shows the newer text when an older save is answered after the field was typed again', () => {
    const edits = makeEdits();
    edits.put('name', '甲');
    const sent = edits.take();
    edits.release('name');
    edits.put('name', '甲公司');
    edits.acknowledge(sent);
    expect(edits.shown()).toEqual({ name: '甲公司' });
  });
});
