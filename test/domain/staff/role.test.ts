import { describe, expect, test } from 'vitest';
import { actionsOf, may, roles, type Action, type Role } from '#domain/staff/role.ts';

describe('who may do what', () => {
  test.each<[Action, readonly Role[]]>([
    ['identity/view', ['clerk', 'supervisor', 'auditor']],
    ['document/capture', ['clerk', 'supervisor']],
    ['case/write', ['clerk', 'supervisor']],
    ['case/take-over', ['supervisor']],
    ['approval/decide', ['supervisor']],
    ['till/authorise', ['supervisor']],
    ['audit/read', ['auditor']],
    ['staff/manage', ['admin']],
    ['hall/configure', ['admin']],
  ])('%s: %s only', (action, allowed) => {
    expect(roles.filter((role) => may(role, action))).toEqual(allowed);
  });

  test('the auditor changes nothing', () => {
    expect(actionsOf('auditor')).toEqual(['case/read', 'identity/view', 'paper/verify', 'day/read', 'outbox/read', 'audit/read']);
  });

  test('the admin reaches no case and no identity document', () => {
    expect(actionsOf('admin').filter((action) => /^(?:case|identity|document|paper|till|approval)\//.test(action))).toEqual([]);
  });

  test('a clerk can do nothing that a supervisor cannot', () => {
    expect(actionsOf('clerk').filter((action) => !may('supervisor', action))).toEqual([]);
  });
});
