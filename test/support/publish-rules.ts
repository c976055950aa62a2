import { trainingPassword } from '../../src-main/services/hall/set-up.ts';
import type { Caller } from './test-console.ts';

/** The hall's admin publishes a table in which this one number is special too. Signs in as the admin. */
export async function makeSpecial(call: Caller, digits: string): Promise<void> {
  await call('session/sign-in', { staffNo: 'WJ0001', password: trainingPassword });
  const { rules, grades, version } = await call('rules/read', undefined);
  const own = { id: `OWN-${digits}`, name: '本厅自定', grade: 6, enabled: true, anchor: 'tail', kind: 'list', entries: [digits.slice(3)] } as const;
  const draft = { rules: [...rules.rules, own], downgrades: rules.downgrades, heads: rules.heads, grades: grades.grades };
  await call('rules/publish', { draft, basedOn: version, note: '本厅自定', confirmed: true });
}
