import type { RoutedCall, Step, StepCode } from '../call.ts';
import { formLinks } from '../form-links.ts';
import { callEnds, type Goal, type RoutingForm } from '../routing-form.ts';
import type { RoutingPlace } from '../routing-problem.ts';

export type FlowNodeKind = 'caller' | 'gate' | 'rule' | 'otherwise' | 'group' | 'menu' | 'voicemail' | 'fax' | 'announcement' | 'lost';

/** One box of the form's picture; `ref` is the rule's, group's or menu's id. */
export type FlowNode = { readonly id: string; readonly kind: FlowNodeKind; readonly place: RoutingPlace; readonly ref: string };

export type FlowEdgeKind = 'next' | 'key' | 'operator' | 'timeout' | 'invalid' | 'busy' | 'no-answer';

/** One way from box to box; several keys of a menu that lead to the same box are one way with all of them. */
export type FlowEdge = { readonly id: string; readonly from: string; readonly to: string; readonly kinds: readonly FlowEdgeKind[]; readonly keys: readonly string[] };

/** The form as a picture says it: caller, what is asked first, the rules in their order, and where they lead. */
export type FlowGraph = { readonly nodes: readonly FlowNode[]; readonly edges: readonly FlowEdge[] };

const edgeKinds: Readonly<Record<string, FlowEdgeKind>> = { keys: 'key', operator: 'operator', onTimeout: 'timeout', onInvalid: 'invalid', onBusy: 'busy', onNoAnswer: 'no-answer' };

/** Groups and menus that nothing leads to are left out: they are told by the checks. */
export function flowOf(form: RoutingForm): FlowGraph {
  const nodes = new Map<string, FlowNode>();
  const edges = new Map<string, FlowEdge>();
  const add = (node: FlowNode): string => {
    if (!nodes.has(node.id)) nodes.set(node.id, node);
    return node.id;
  };
  const join = (from: string, to: string, kind: FlowEdgeKind, key: string | null = null): void => {
    const id = `${from}>${to}`;
    const edge = edges.get(id) ?? { id, from, to, kinds: [], keys: [] };
    edges.set(id, { ...edge, kinds: edge.kinds.includes(kind) ? edge.kinds : [...edge.kinds, kind], keys: key === null ? edge.keys : [...edge.keys, key] });
  };
  const start = add({ id: 'caller', kind: 'caller', place: { part: 'form' }, ref: '' });
  const gate = hasGate(form) ? add({ id: 'gate', kind: 'gate', place: { part: 'blackList' }, ref: '' }) : start;
  if (gate !== start) join(start, gate, 'next');
  const links = formLinks(form);
  const visited = new Set<string>();
  const follow = (from: string, goal: Goal, place: RoutingPlace): string => {
    const node = nodeOf(form, goal, from, place);
    add(node);
    if (visited.has(node.id) || (node.kind !== 'group' && node.kind !== 'menu')) return node.id;
    visited.add(node.id);
    for (const link of links) {
      if (link.from !== node.ref || (link.place.part === 'groups') !== (node.kind === 'group')) continue;
      const key = link.place.field === 'keys' ? (form.menus.find(({ id }) => id === node.ref)?.keys[link.place.index ?? 0]?.key ?? null) : link.place.field === 'operator' ? '0' : null;
      join(node.id, follow(node.id, link.to, link.place), edgeKinds[link.place.field ?? ''] ?? 'next', key);
    }
    return node.id;
  };
  for (const rule of form.rules) {
    const id = add({ id: `rule:${rule.id}`, kind: 'rule', place: { part: 'rules', id: rule.id }, ref: rule.id });
    join(gate, id, 'next');
    join(id, follow(id, rule.goal, { part: 'rules', id: rule.id, field: 'goal' }), 'next');
  }
  const otherwise = add({ id: 'otherwise', kind: 'otherwise', place: { part: 'otherwise' }, ref: '' });
  join(gate, otherwise, 'next');
  join(otherwise, follow(otherwise, form.otherwise, { part: 'otherwise' }), 'next');
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

/** Whether anything is asked before the rules. */
function hasGate(form: RoutingForm): boolean {
  const { blackList, whiteList, deniedRegions, allowOnly, passwordOn, concurrentCap, monthlyCap } = form;
  return blackList.length + whiteList.length + deniedRegions.length > 0 || allowOnly || passwordOn || concurrentCap !== null || monthlyCap !== null;
}

/** Each box that leads to an end has its own: a picture with one box for all of them is a knot. */
function nodeOf(form: RoutingForm, goal: Goal, from: string, place: RoutingPlace): FlowNode {
  const end = callEnds.find((one) => one === goal);
  if (end !== undefined) return { id: `${end}@${from}`, kind: end, place, ref: '' };
  if (form.groups.some(({ id }) => id === goal)) return { id: `group:${goal}`, kind: 'group', place: { part: 'groups', id: goal }, ref: goal };
  if (form.menus.some(({ id }) => id === goal)) return { id: `menu:${goal}`, kind: 'menu', place: { part: 'menus', id: goal }, ref: goal };
  return { id: `lost@${from}`, kind: 'lost', place, ref: '' };
}

/** The boxes and ways that a call took. */
export function pathOf(graph: FlowGraph, { steps }: RoutedCall): ReadonlySet<string> {
  const lit = new Set<string>(['caller']);
  const known = new Set(graph.nodes.map(({ id }) => id));
  let at = 'caller';
  const go = (to: string): void => {
    const edge = graph.edges.find((one) => one.from === at && one.to === to);
    if (!known.has(to)) return;
    if (edge) lit.add(edge.id);
    lit.add(to);
    at = to;
  };
  if (known.has('gate')) go('gate');
  for (const step of steps) {
    const to = boxOf(step, at);
    if (to !== null) go(to);
  }
  return lit;
}

const ends: Partial<Record<StepCode, string>> = { 'ended-announcement': 'announcement', 'ended-voicemail': 'voicemail', 'ended-fax': 'fax', 'goal-unknown': 'lost' };

function boxOf({ code, place }: Step, at: string): string | null {
  switch (code) {
    case 'rule-matched': return `rule:${place.id}`;
    case 'otherwise': return 'otherwise';
    case 'group-entered': return `group:${place.id}`;
    case 'menu-entered': return `menu:${place.id}`;
    default: return ends[code] === undefined ? null : `${ends[code]}@${at}`;
  }
}
