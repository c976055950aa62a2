import type { Menu, RoutingForm } from '../routing-form.ts';
import { type FormLink, formLinks, leadsSomewhere, reachable, reachableFrom } from '../form-links.ts';
import type { RoutingContext, RoutingProblem } from '../routing-problem.ts';

const KEY = /^[\d*#]$/;

/** Menus that lead nowhere, in a circle, too deep, or leave the caller without a way. */
export function menuProblems(form: RoutingForm, context: RoutingContext): readonly RoutingProblem[] {
  const { ivrDepth, ivrKeysPerLayer } = context.limits;
  const links = formLinks(form);
  const reached = reachable(links);
  const depths = menuDepths(form, links);
  return form.menus.flatMap((menu, index) => {
    const place = { part: 'menus', id: menu.id } as const;
    const facts = { name: menu.name };
    const depth = depths.get(menu.id) ?? 0;
    return [
      ...nameProblems(menu, form.menus.slice(0, index)), ...keyProblems(form, menu, links), ...branchProblems(form, menu, links),
      ...(menu.keys.length > ivrKeysPerLayer.value ? [{ code: 'menu-too-many-keys', severity: 'error', place, facts: { ...facts, count: menu.keys.length, limit: ivrKeysPerLayer.value } } as const] : []),
      ...(depth > ivrDepth.value ? [{ code: 'menu-too-deep', severity: 'error', place, facts: { ...facts, depth, limit: ivrDepth.value } } as const] : []),
      ...(reached.has(menu.id) ? [] : [{ code: 'menu-unused', severity: 'warning', place, facts } as const]),
    ];
  });
}

function nameProblems(menu: Menu, before: readonly Menu[]): readonly RoutingProblem[] {
  const place = { part: 'menus', id: menu.id, field: 'name' } as const;
  const name = menu.name.trim();
  if (name === '') return [{ code: 'menu-name-missing', severity: 'error', place }];
  return before.some((earlier) => earlier.name.trim() === name) ? [{ code: 'menu-name-twice', severity: 'error', place, facts: { name } }] : [];
}

function keyProblems(form: RoutingForm, menu: Menu, links: readonly FormLink[]): readonly RoutingProblem[] {
  const facts = { name: menu.name };
  if (menu.keys.length === 0) return [{ code: 'menu-no-keys', severity: 'error', place: { part: 'menus', id: menu.id, field: 'keys' }, facts }];
  return menu.keys.flatMap((line, index): RoutingProblem[] => {
    const place = { part: 'menus', id: menu.id, field: 'keys', index } as const;
    const told = { ...facts, key: line.key };
    const codes = [keyFault(menu, line.key, index), !leadsSomewhere(form, line.goal) ? 'menu-key-goal-unknown' : leadsBack(links, menu.id, line.goal) ? 'menu-loop' : null] as const;
    return codes.flatMap((code): RoutingProblem[] => (code === null ? [] : [{ code, severity: 'error', place, facts: told }]));
  });
}

function keyFault({ keys, operator }: Menu, key: string, index: number): 'menu-key-illegal' | 'menu-key-twice' | 'menu-key-dead' | null {
  if (!KEY.test(key)) return 'menu-key-illegal';
  if (keys.findIndex((line) => line.key === key) < index) return 'menu-key-twice';
  return key === '0' && operator !== '' ? 'menu-key-dead' : null;
}

function branchProblems(form: RoutingForm, menu: Menu, links: readonly FormLink[]): readonly RoutingProblem[] {
  const facts = { name: menu.name };
  const at = (field: string) => ({ part: 'menus', id: menu.id, field }) as const;
  const problems: RoutingProblem[] = [];
  const branches = [['operator', 'menu-operator-unknown'], ['onTimeout', 'menu-timeout-unknown'], ['onInvalid', 'menu-invalid-unknown']] as const;
  for (const [field, code] of branches) {
    const goal = menu[field];
    if (field === 'operator' && goal === '' && menu.keys.some(({ key }) => key === '0')) continue;
    if (field === 'operator' && goal === '') problems.push({ code: 'menu-operator-missing', severity: 'warning', place: at(field), facts });
    else if (!leadsSomewhere(form, goal)) problems.push({ code, severity: 'error', place: at(field), facts });
    else if (leadsBack(links, menu.id, goal)) problems.push({ code: 'menu-loop', severity: 'error', place: at(field), facts });
  }
  if (menu.tries < 1) problems.push({ code: 'menu-tries-zero', severity: 'error', place: at('tries'), facts });
  return problems;
}

const leadsBack = (links: readonly FormLink[], id: string, goal: string): boolean => reachableFrom(links, [goal]).has(id);

/** In which layer each menu is at its deepest; ways in a circle count once. */
function menuDepths(form: RoutingForm, links: readonly FormLink[]): ReadonlyMap<string, number> {
  const deepest = new Map<string, number>();
  const menus = new Set(form.menus.map(({ id }) => id));
  const walk = (id: string, above: number, way: ReadonlySet<string>): void => {
    const depth = above + (menus.has(id) ? 1 : 0);
    if (way.has(id) || (deepest.get(id) ?? -1) >= depth) return;
    deepest.set(id, depth);
    for (const link of links) if (link.from === id) walk(link.to, depth, new Set([...way, id]));
  };
  for (const { from, to } of links) if (from === null) walk(to, 0, new Set());
  return deepest;
}
