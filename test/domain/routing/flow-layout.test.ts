import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowOf, pathOf } from '#domain/routing/diagram/flow-graph.ts';
import { layOutFlow } from '#domain/routing/diagram/flow-layout.ts';
import { callAt, formWith, group, menu, routed, rule } from './routing-samples.ts';

const goal = fc.constantFrom('g1', 'g2', 'g3', 'm1', 'm2', 'voicemail', 'announcement', 'fax', '', 'gone');
const forms = fc.record({
  rules: fc.array(goal, { maxLength: 10 }).map((goals) => goals.map((to, n) => rule(`r${n}`, { goal: to }))), otherwise: goal,
  groups: fc.tuple(goal, goal, goal).map((overflow) => overflow.map((onBusy, n) => group(`g${n + 1}`, ['d1'], { onBusy }))),
  menus: fc.tuple(fc.array(goal, { maxLength: 10 }), goal, goal, goal).map(([keys, operator, onTimeout, onInvalid]) =>
    [menu('m1', { keys: keys.map((to, n) => ({ key: String(n), label: '', goal: to })), operator, onTimeout, onInvalid }), menu('m2', { onTimeout: operator, onInvalid: onTimeout })]),
  deniedRegions: fc.constantFrom([], ['unknown']),
}).map(formWith);
const measure = ({ id }: { readonly id: string }) => ({ width: 60 + (id.length % 5) * 20, height: 24 + (id.length % 3) * 14 });
const air = { column: 30, row: 10 };
const layout = (form: ReturnType<typeof formWith>) => layOutFlow(flowOf(form), measure, air);

describe('the picture of a form', () => {
  test('no two boxes touch, every way joins its boxes, everything lies inside, and the same form gives the same picture', () => {
    fc.assert(fc.property(forms, (form) => {
      const { width, height, nodes, edges } = layout(form);
      for (const [at, one] of nodes.entries()) {
        expect(one.x >= 0 && one.y >= -1e-6 && one.x + one.width <= width + 1e-6 && one.y + one.height <= height + 1e-6).toBe(true);
        for (const other of nodes.slice(at + 1)) {
          const apart = one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y + 1e-6 || other.y + other.height <= one.y + 1e-6;
          if (!apart) throw new Error(`${one.id} touches ${other.id}`);
        }
      }
      const box = new Map(nodes.map((node) => [node.id, node]));
      for (const { from, to, points } of edges) {
        const [a, b] = [box.get(from), box.get(to)];
        expect(points.at(0)).toEqual([(a?.x ?? 0) + (a?.width ?? 0), (a?.y ?? 0) + (a?.height ?? 0) / 2]);
        expect(points.at(-1)).toEqual([b?.x, (b?.y ?? 0) + (b?.height ?? 0) / 2]);
        for (const [x, y] of points) expect(x >= -air.column && x <= width + air.column && y >= 0 && y <= height).toBe(true);
      }
      expect(layout(form)).toEqual({ width, height, nodes, edges });
    }), { numRuns: 500 });
  });

  test('rules stand in their order, the default last', () => {
    const { nodes } = layout(formWith({ rules: [rule('b'), rule('a', { goal: 'g2' })] }));
    const column = nodes.filter(({ kind }) => kind === 'rule' || kind === 'otherwise').toSorted((a, b) => a.y - b.y);
    expect(column.map(({ id }) => id)).toEqual(['rule:b', 'rule:a', 'otherwise']);
    expect(new Set(column.map(({ x }) => x)).size).toBe(1);
  });

  test('several keys to one box are one way', () => {
    const graph = flowOf(formWith({ otherwise: 'm1', menus: [menu('m1', { keys: [{ key: '1', label: '', goal: 'g1' }, { key: '2', label: '', goal: 'g1' }], operator: 'g1', onTimeout: 'g1' })] }));
    expect(graph.edges.find(({ from, to }) => from === 'menu:m1' && to === 'group:g1')).toMatchObject({ kinds: ['key', 'operator', 'timeout'], keys: ['1', '2', '0'] });
  });

  test('a call lights the boxes and ways that it took, and all of them exist', () => {
    const form = formWith({ groups: [group('g1', ['d1'], { onBusy: 'voicemail' })], blackList: [{ kind: 'prefix', pattern: '139' }], rules: [rule('r1', { from: '09:00', to: '18:00' })], otherwise: 'announcement' });
    expect([...pathOf(flowOf(form), routed(form, callAt(), { inCall: { d1: 1 } }))]).toEqual(
      ['caller', 'caller>gate', 'gate', 'gate>rule:r1', 'rule:r1', 'rule:r1>group:g1', 'group:g1', 'group:g1>voicemail@group:g1', 'voicemail@group:g1']);
    fc.assert(fc.property(forms, fc.array(fc.constantFrom('0', '1', '9', null), { maxLength: 4 }), (any, keys) => {
      const graph = flowOf(any);
      const ids = new Set([...graph.nodes.map(({ id }) => id), ...graph.edges.map(({ id }) => id)]);
      for (const id of pathOf(graph, routed(any, callAt(undefined, { keys }), { inCall: { d1: 1 } }))) expect(ids).toContain(id);
    }));
  });
});
