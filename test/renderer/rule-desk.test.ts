import { describe, expect, test } from 'vitest';
import type { RuleDraft } from '#contract/rules.ts';
import { makeRuleDesk } from '../../src-renderer/stores/rule-desk.ts';
import { makeFakeBridge } from './fake-bridge.ts';
import { sampleRules } from './sample-rules.ts';

async function openDesk(answers: Parameters<typeof makeFakeBridge>[0] = {}) {
  const bridge = makeFakeBridge(answers);
  const desk = makeRuleDesk(bridge);
  await desk.getState().start();
  return { bridge, desk };
}

describe('the rule desk', () => {
  test('an edit is a change, and the same table again is none', async () => {
    const { desk } = await openDesk();
    const first = sampleRules.rules.rules[0];
    if (!first) throw new Error('no rule');
    desk.getState().editRule(0, { ...first, enabled: false });
    expect(desk.getState().changed).toBe(true);
    desk.getState().editRule(0, first);
    expect(desk.getState().changed).toBe(false);
  });

  test('an edit makes a preview stale and grades the tried number anew', async () => {
    const { desk, bridge } = await openDesk();
    await desk.getState().tryNumber('4006011212');
    await desk.getState().look();
    expect(desk.getState().preview).not.toBeNull();
    const before = bridge.calls.filter(({ channel }) => channel === 'rules/try').length;
    desk.getState().moveRule(0, 1);
    expect(desk.getState().preview).toBeNull();
    expect(bridge.calls.filter(({ channel }) => channel === 'rules/try')).toHaveLength(before + 1);
  });

  test('a table published by another meanwhile is refused, and the draft stays', async () => {
    const { desk } = await openDesk({ answers: { 'rules/publish': () => ({ code: 'rules-outdated' }) } });
    desk.getState().addRule();
    const draft = desk.getState().draft;
    expect(await desk.getState().publish()).toBe(false);
    expect(desk.getState().failure?.code).toBe('rules-outdated');
    expect(desk.getState().draft).toBe(draft);
  });

  test('coming back to the screen finds the draft and the note as they were left; giving up reads the table in force', async () => {
    const { desk, bridge } = await openDesk();
    desk.getState().addRule();
    desk.getState().write({ note: '省公司通知', confirmed: true });
    const { draft } = desk.getState();
    await desk.getState().start();
    expect(desk.getState()).toMatchObject({ draft, changed: true, form: { note: '省公司通知', confirmed: true } });
    await desk.getState().reset();
    expect(desk.getState()).toMatchObject({ changed: false, form: { note: '', confirmed: false } });
    expect(bridge.calls.filter(({ channel }) => channel === 'rules/read')).toHaveLength(2);
  });

  test('an empty name, shape or list is said at the stroke that empties it, and nothing is asked of main before it is mended', async () => {
    const { desk, bridge } = await openDesk();
    desk.getState().addRule();
    const at = sampleRules.rules.rules.length;
    const rule = desk.getState().draft?.rules[at];
    if (!rule || rule.kind !== 'shape') throw new Error('no shape');
    desk.getState().editRule(at, { ...rule, name: ' ', shape: '' });
    expect(desk.getState().problems.map(({ code, at: id }) => `${code} ${id}`)).toEqual(['name-missing OWN-1', 'shape-missing OWN-1']);
    await desk.getState().tryNumber('4006011212');
    await desk.getState().look();
    expect(await desk.getState().publish()).toBe(false);
    expect(bridge.calls.map(({ channel }) => channel)).toEqual(['rules/read']);
    desk.getState().editRule(at, { id: rule.id, name: '吉利', grade: 6, enabled: true, anchor: 'tail', kind: 'list', entries: ['168', ''] });
    await desk.getState().look();
    const asked = bridge.calls.find(({ channel }) => channel === 'rules/preview')?.request as { draft: RuleDraft } | undefined;
    expect(asked?.draft.rules[at]).toMatchObject({ name: '吉利', entries: ['168'] });
  });

  test('new rules get ids of their own, and moving past the edge changes nothing', async () => {
    const { desk } = await openDesk();
    desk.getState().addRule();
    desk.getState().addRule();
    const ids = desk.getState().draft?.rules.map(({ id }) => id) ?? [];
    expect(ids.slice(-2)).toEqual(['OWN-1', 'OWN-2']);
    desk.getState().moveRule(0, -1);
    expect(desk.getState().draft?.rules.map(({ id }) => id)).toEqual(ids);
  });
});
