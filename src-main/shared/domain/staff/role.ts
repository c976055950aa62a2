/** What a member of staff is: 营业员, 班长, 稽核, 厅管理员. One person has one role. */
export type Role = 'clerk' | 'supervisor' | 'auditor' | 'admin';

/** Every role, in the order shown. */
export const roles: readonly Role[] = ['clerk', 'supervisor', 'auditor', 'admin'];

/** What can be done, in the groups that channels are put into; each channel belongs to exactly one. */
export type Action =
  | 'case/read' | 'case/write' | 'case/take-over'
  | 'identity/view' | 'document/capture'
  | 'number/search' | 'number/hold'
  | 'paper/sign' | 'paper/print' | 'paper/verify'
  | 'till/take' | 'till/authorise' | 'day/close' | 'day/read'
  | 'approval/request' | 'approval/decide'
  | 'activation/submit' | 'outbox/read' | 'outbox/retry'
  | 'audit/read'
  | 'staff/manage' | 'hall/configure' | 'certificate/manage' | 'backup/make';

/** The one table of who may do what (product.md, who uses it): a supervisor also works at the counter. */
const ALLOWED: Readonly<Record<Action, readonly Role[]>> = {
  'case/read': ['clerk', 'supervisor', 'auditor'],
  'case/write': ['clerk', 'supervisor'],
  'case/take-over': ['supervisor'],
  // The hall's admin never sees identity documents; the auditor sees them, each view is logged.
  'identity/view': ['clerk', 'supervisor', 'auditor'],
  'document/capture': ['clerk', 'supervisor'],
  'number/search': ['clerk', 'supervisor'],
  'number/hold': ['clerk', 'supervisor'],
  'paper/sign': ['clerk', 'supervisor'],
  'paper/print': ['clerk', 'supervisor'],
  'paper/verify': ['clerk', 'supervisor', 'auditor'],
  'till/take': ['clerk', 'supervisor'],
  'till/authorise': ['supervisor'],
  'day/close': ['clerk', 'supervisor'],
  'day/read': ['clerk', 'supervisor', 'auditor'],
  'approval/request': ['clerk', 'supervisor'],
  'approval/decide': ['supervisor'],
  'activation/submit': ['clerk', 'supervisor'],
  'outbox/read': ['clerk', 'supervisor', 'auditor', 'admin'],
  'outbox/retry': ['clerk', 'supervisor'],
  'audit/read': ['auditor'],
  'staff/manage': ['admin'],
  'hall/configure': ['admin'],
  'certificate/manage': ['admin'],
  'backup/make': ['admin'],
};

/** Whether the role may do this at all; whose case it is, is decided elsewhere. */
export const may = (role: Role, action: Action): boolean => ALLOWED[action].includes(role);

/** Everything the role may do, for menus and rails. */
export function actionsOf(role: Role): readonly Action[] {
  return (Object.keys(ALLOWED) as Action[]).filter((action) => may(role, action));
}
