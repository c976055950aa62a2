import type { ListEntry, Menu, RoutingForm, Rule } from '#domain/routing/routing-form.ts';
import type { RoutingPlace, RoutingProblemCode } from '#domain/routing/routing-problem.ts';
import { type Dice, pick, regions } from '../../../support/clean-forms.ts';

/** A form with one fault, and the line where it is; null where this form has nothing to spoil in that way. */
export type Spoilt = { readonly form: RoutingForm; readonly place: RoutingPlace } | null;
export type Seeder = (form: RoutingForm, roll: Dice) => Spoilt;

const patch = <T extends { readonly id: string }>(items: readonly T[], id: string, change: Partial<T>): readonly T[] => items.map((item) => (item.id === id ? { ...item, ...change } : item));

/** A phone spoilt in one field. */
const phone = (field: string, change: (form: RoutingForm) => object): Seeder => (form, roll) => {
  const { id } = pick(roll, form.destinations);
  return { form: { ...form, destinations: patch(form.destinations, id, change(form)) }, place: { part: 'destinations', id, field } };
};
const group = (field: string | null, change: (form: RoutingForm, id: string) => object | null): Seeder => (form, roll) => {
  const { id } = pick(roll, form.groups);
  const spoilt = change(form, id);
  return spoilt === null ? null : { form: { ...form, groups: patch(form.groups, id, spoilt) }, place: { part: 'groups', id, ...(field === null ? {} : { field }) } };
};
const withRule = (form: RoutingForm): RoutingForm => (form.rules.length > 0 ? form : { ...form, rules: [base('z', form)] });
const base = (id: string, form: RoutingForm): Rule => ({ id, name: '加的', days: 'workdays', weekdays: [], dates: [], from: '03:00', to: '04:00', regions: [], lineKind: 'any', goal: form.otherwise });
const rule = (field: string | null, change: (form: RoutingForm) => Partial<Rule>, index?: number): Seeder => (before, roll) => {
  const form = withRule(before);
  const { id } = pick(roll, form.rules);
  return { form: { ...form, rules: patch(form.rules, id, change(form)) }, place: { part: 'rules', id, ...(field === null ? {} : { field }), ...(index === undefined ? {} : { index }) } };
};
/** A rule put behind all others. */
const added = (change: (form: RoutingForm) => Partial<Rule>, place: Partial<RoutingPlace> = {}): Seeder => (form) => ({ form: { ...form, rules: [...form.rules, { ...base('z', form), ...change(form) }] }, place: { part: 'rules', id: 'z', ...place } });
const withMenu = (form: RoutingForm): RoutingForm => {
  if (form.menus.length > 0) return form;
  const menu: Menu = { id: 'm1', name: '总台', keys: [{ key: '1', label: '', goal: form.otherwise }], operator: form.otherwise, onTimeout: form.otherwise, tries: 3, onInvalid: 'voicemail' };
  return { ...form, ringBack: false, menus: [menu], rules: [...form.rules, { ...base('zm', form), goal: 'm1' }] };
};
const menu = (place: Partial<RoutingPlace>, change: (menu: Menu, form: RoutingForm) => Partial<Menu>): Seeder => (before) => {
  const form = withMenu(before);
  const [first] = form.menus;
  return first === undefined ? null : { form: { ...form, menus: patch(form.menus, first.id, change(first, form)) }, place: { part: 'menus', id: first.id, ...place } };
};
const lastKey = (before: RoutingForm): number => withMenu(before).menus[0]?.keys.length ?? 0;
const moreKey = (line: (form: RoutingForm) => Menu['keys'][number]): Seeder => (before, roll) => menu({ field: 'keys', index: lastKey(before) }, ({ keys }, form) => ({ keys: [...keys, line(form)] }))(before, roll);
const entry = (list: 'blackList' | 'whiteList', one: (form: RoutingForm) => ListEntry): Seeder => (form) => ({ form: { ...form, [list]: [...form[list], one(form)] }, place: { part: list, index: form[list].length } });
const whole = (place: RoutingPlace, change: (form: RoutingForm) => Partial<RoutingForm>): Seeder => (form) => ({ form: { ...form, ...change(form) }, place });
const feature = (field: string, change: (form: RoutingForm) => Partial<RoutingForm>): Seeder => whole({ part: 'features', field }, change);
const digitsOf = (form: RoutingForm): string => (form.destinations[0]?.number ?? '').replace(/\D/g, '');
const spare = (form: RoutingForm, over: Partial<RoutingForm['groups'][number]>): RoutingForm['groups'] => [...form.groups, { id: 'gz', name: '加的组', strategy: 'priority', destinationIds: [form.destinations[0]?.id ?? ''], shares: [], onBusy: '', onNoAnswer: '', ...over }];
const aCall = (form: RoutingForm) => form.testCalls[0];

/** One way to spoil a clean form for each class; a new class does not compile without one. */
export const seeders: Readonly<Record<RoutingProblemCode, Seeder>> = {
  'phone-missing': phone('number', () => ({ number: '' })), 'phone-character': phone('number', () => ({ number: '010-5920x688y' })), 'phone-area-code-missing': phone('number', () => ({ number: '5920 6688' })),
  'phone-foreign': phone('number', () => ({ number: '+1 202 555 0100' })), 'phone-not-a-number': phone('number', () => ({ number: '010-5920' })), 'destination-is-400': phone('number', () => ({ number: '400-800-1234' })),
  'destination-is-800': phone('number', () => ({ number: '800-810-1234' })), 'destination-is-service-number': phone('number', () => ({ number: '95588' })), 'destination-is-satellite': phone('number', () => ({ number: '13490000001' })),
  'destination-is-virtual-operator': phone('number', () => ({ number: '17012345678' })), 'destination-is-own-number': phone('number', () => ({ number: '400-600-8899' })), 'destination-unknown-segment': phone('number', () => ({ number: '19412345678' })),
  'no-destination': whole({ part: 'destinations' }, () => ({ destinations: [] })), 'nobody-rings': whole({ part: 'form' }, (form) => ({ rules: [], menus: [], groups: form.groups, otherwise: 'voicemail' })),
  'too-many-destinations': whole({ part: 'destinations' }, (form) => ({ destinations: Array.from({ length: 21 }, (_, n) => ({ ...(form.destinations[0] as RoutingForm['destinations'][number]), id: `d${n + 1}`, number: `010-5920 7${String(100 + n)}` })) })),
  'too-many-time-segments': whole({ part: 'rules' }, (form) => ({ rules: [...form.rules, ...[1, 2, 3, 4, 5].map((n) => ({ ...base(`z${n}`, form), from: `0${n}:00`, to: `0${n}:30` }))] })),
  'too-many-list-entries': whole({ part: 'blackList' }, () => ({ blackList: manyEntries })),
  'destination-twice': (form) => ({ form: { ...form, destinations: [...form.destinations, { ...(form.destinations[0] as RoutingForm['destinations'][number]), id: 'dz' }] }, place: { part: 'destinations', id: 'dz', field: 'number' } }),
  'destination-unused': (form) => ({ form: { ...form, destinations: [...form.destinations, { ...(form.destinations[0] as RoutingForm['destinations'][number]), id: 'dz', number: '010-5920 7777' }] }, place: { part: 'destinations', id: 'dz', field: 'number' } }),
  'destination-without-proof': phone('proof', () => ({ proof: 'none' })), 'owner-missing': phone('ownerName', () => ({ ownerName: ' ' })), 'owner-identity-missing': phone('ownerIdNumber', () => ({ ownerKind: 'employee' })),
  'owner-identity-wrong': phone('ownerIdNumber', () => ({ ownerIdNumber: '110105194912310021' })), 'proof-month-missing': phone('proofMonth', () => ({ proof: 'bill', proofMonth: '' })), 'proof-month-wrong': phone('proofMonth', () => ({ proof: 'bill', proofMonth: '2026-13' })),
  'proof-too-old': phone('proofMonth', () => ({ proof: 'bill', proofMonth: '2026-05' })), 'capacity-zero': phone('capacity', () => ({ capacity: 0 })), 'capacity-of-phone': phone('capacity', () => ({ terminal: 'phone', capacity: 3 })),
  'capacity-over-limit': phone('capacity', () => ({ terminal: 'switchboard', capacity: 11 })),
  'group-name-missing': group('name', () => ({ name: '' })), 'group-name-twice': (form) => ({ form: { ...form, groups: spare(form, { name: `${form.groups[0]?.name} ` }) }, place: { part: 'groups', id: 'gz', field: 'name' } }), 'group-empty': group(null, () => ({ destinationIds: [], shares: [] })),
  'group-destination-unknown': group(null, (form, id) => ({ destinationIds: [...(form.groups.find((one) => one.id === id)?.destinationIds ?? []), 'gone'] })), 'group-destination-twice': group(null, (form, id) => { const ids = form.groups.find((one) => one.id === id)?.destinationIds ?? []; return { destinationIds: [...ids, ids[0] ?? ''] }; }),
  'group-unused': (form) => ({ form: { ...form, groups: spare(form, {}) }, place: { part: 'groups', id: 'gz' } }), 'shares-not-100': group('shares', (form, id) => ({ strategy: 'percentage', shares: (form.groups.find((one) => one.id === id)?.destinationIds ?? []).map(() => 33) })),
  'share-zero': (form, roll) => { const two = form.groups.filter(({ destinationIds }) => destinationIds.length > 1); if (two.length === 0) return null; const one = pick(roll, two); return { form: { ...form, groups: patch(form.groups, one.id, { strategy: 'percentage', shares: one.destinationIds.map((_, at) => (at === 0 ? 100 : 0)) }) }, place: { part: 'groups', id: one.id, field: 'shares', index: 1 } }; },
  'fax-among-voices': (form, roll) => { const two = form.groups.filter(({ destinationIds }) => destinationIds.length > 1); if (two.length === 0) return null; const one = pick(roll, two); return { form: { ...form, destinations: patch(form.destinations, one.destinationIds[0] ?? '', { terminal: 'fax', capacity: 1 }) }, place: { part: 'groups', id: one.id } }; },
  'group-no-overflow': (form) => ({ form: { ...form, groups: patch(spare(form, {}), form.groups[0]?.id ?? '', { onBusy: 'voicemail' }), rules: [...form.rules, { ...base('z', form), goal: 'gz' }] }, place: { part: 'groups', id: 'gz', field: 'onBusy' } }),
  'overflow-unknown': group('onBusy', () => ({ onBusy: 'gone' })), 'forward-loop': group('onNoAnswer', (_form, id) => ({ onNoAnswer: id })),
  'forwards-too-many': (form) => {
    const chain = ['c1', 'c2', 'c3', 'c4'].map((id, at, all) => ({ ...(spare(form, {}).at(-1) as RoutingForm['groups'][number]), id, name: id, destinationIds: [form.destinations[at % form.destinations.length]?.id ?? ''], onBusy: all[at + 1] ?? '' }));
    return { form: { ...form, groups: [...form.groups, ...chain], rules: [{ ...base('z', form), goal: 'c1' }, ...form.rules] }, place: { part: 'groups', id: 'c3', field: 'onBusy' } };
  },
  'forward-to-same-phones': (form, roll) => { const one = pick(roll, form.groups); return { form: { ...form, groups: patch(spare(form, { destinationIds: one.destinationIds.slice(0, 1) }), one.id, { onBusy: 'gz' }) }, place: { part: 'groups', id: one.id, field: 'onBusy' } }; },
  'rule-name-missing': rule('name', () => ({ name: ' ' })), 'rule-no-weekday': rule('weekdays', () => ({ days: 'weekdays', weekdays: [] })), 'rule-time': rule('from', () => ({ from: '25:00' })), 'rule-empty': rule('to', () => ({ from: '08:30', to: '08:30' })), 'rule-goal-unknown': rule('goal', () => ({ goal: 'gone' })),
  'rules-overlap': (form) => ({ form: { ...form, rules: [{ ...base('y', form), from: '01:00', to: '03:30', goal: 'voicemail' }, ...form.rules, { ...base('z', form), from: '03:00', to: '05:00', goal: 'fax' }] }, place: { part: 'rules', id: 'z' } }),
  'rule-dead': (form) => ({ form: { ...form, rules: [{ ...base('y', form), from: '01:00', to: '05:00', goal: 'voicemail' }, ...form.rules, { ...base('z', form), from: '02:00', to: '04:00', regions: ['province:120000'] }] }, place: { part: 'rules', id: 'z' } }),
  'rule-late': (form) => ({ form: { ...form, rules: [{ ...base('y', form), days: 'weekdays', weekdays: [1, 2, 3, 4, 5], from: '01:00', to: '05:00', goal: 'fax' }, ...form.rules.filter(({ days }) => days !== 'holidays'), { ...base('z', form), days: 'holidays', from: '02:00', to: '04:00', goal: 'voicemail' }] }, place: { part: 'rules', id: 'z' } }),
  'rule-region-unknown': rule('regions', () => ({ regions: ['province:999999'] }), 0), 'rule-region-refused': (form) => ({ form: { ...form, deniedRegions: [...form.deniedRegions, 'province:350000'], rules: [...form.rules, { ...base('z', form), regions: ['city:350200'] }] }, place: { part: 'rules', id: 'z', field: 'regions', index: 0 } }),
  'dates-missing': added(() => ({ days: 'dates' }), { field: 'dates' }), 'dates-wrong': added(() => ({ days: 'dates', dates: [{ from: '2026-12-20', to: '2026-12-21' }, { from: '2026-12-30', to: '2026-12-01' }] }), { field: 'dates', index: 1 }), 'dates-over': added(() => ({ days: 'dates', dates: [{ from: '2026-11-01', to: '2026-11-02' }] }), { field: 'dates', index: 0 }),
  'dates-not-announced': added(() => ({ days: 'dates', dates: [{ from: '2031-10-01', to: '2031-10-07' }] }), { field: 'dates', index: 0 }),
  'otherwise-missing': whole({ part: 'otherwise' }, () => ({ otherwise: '' })), 'otherwise-unknown': whole({ part: 'otherwise' }, () => ({ otherwise: 'gone' })),
  'unknown-region-nobody': (form) => ({ form: { ...form, otherwise: 'announcement', rules: [{ ...base('z', form), regions: ['province:110000'] }] }, place: { part: 'otherwise' } }),
  'menu-name-missing': menu({ field: 'name' }, () => ({ name: '' })), 'menu-name-twice': (before) => { const form = withMenu(before); const [first] = form.menus; return first === undefined ? null : { form: { ...form, menus: [...form.menus, { ...first, id: 'mz' }] }, place: { part: 'menus', id: 'mz', field: 'name' } }; },
  'menu-no-keys': menu({ field: 'keys' }, () => ({ keys: [] })), 'menu-key-illegal': moreKey((form) => ({ key: 'A', label: '', goal: form.otherwise })), 'menu-key-twice': moreKey((form) => ({ key: '1', label: '', goal: form.otherwise })),
  'menu-key-dead': (before, roll) => moreKey((form) => ({ key: '0', label: '', goal: form.otherwise }))(before, roll), 'menu-key-goal-unknown': moreKey(() => ({ key: '#', label: '', goal: 'gone' })),
  'menu-too-many-keys': menu({}, (_menu, form) => ({ keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'].map((key) => ({ key, label: '', goal: form.otherwise })) })),
  'menu-too-deep': (before) => {
    const chain = [1, 2, 3, 4, 5, 6].map((n): Menu => ({ id: `n${n}`, name: `层${n}`, keys: [{ key: '1', label: '', goal: n === 6 ? before.otherwise : `n${n + 1}` }], operator: before.otherwise, onTimeout: before.otherwise, tries: 3, onInvalid: 'voicemail' }));
    return { form: { ...before, ringBack: false, menus: [...before.menus, ...chain], rules: [{ ...base('z', before), goal: 'n1' }, ...before.rules] }, place: { part: 'menus', id: 'n6' } };
  },
  'menu-loop': menu({ field: 'onTimeout' }, ({ id }) => ({ onTimeout: id })), 'menu-operator-missing': menu({ field: 'operator' }, () => ({ operator: '' })), 'menu-operator-unknown': menu({ field: 'operator' }, () => ({ operator: 'gone' })), 'menu-timeout-unknown': menu({ field: 'onTimeout' }, () => ({ onTimeout: '' })),
  'menu-invalid-unknown': menu({ field: 'onInvalid' }, () => ({ onInvalid: 'gone' })), 'menu-tries-zero': menu({ field: 'tries' }, () => ({ tries: 0 })), 'menu-unused': (before) => { const first = withMenu(before).menus[0]; return first === undefined ? null : { form: { ...before, ringBack: false, menus: [...before.menus, { ...first, id: 'mz', name: '没人来' }] }, place: { part: 'menus', id: 'mz' } }; },
  'list-entry-malformed': entry('blackList', () => ({ kind: 'number', pattern: '你好' })), 'list-prefix-too-short': entry('blackList', () => ({ kind: 'prefix', pattern: '1' })), 'list-window-wrong': entry('whiteList', () => ({ kind: 'number', pattern: '13911112222', from: '09:00', to: '09:00' })),
  'list-entry-twice': (form, roll) => entry('blackList', (one) => one.blackList[0] ?? { kind: 'number', pattern: '13911113333' })({ ...form, blackList: form.blackList.length > 0 ? form.blackList : [{ kind: 'number', pattern: '13911113333' }] }, roll),
  'in-both-lists': (form, roll) => entry('whiteList', () => ({ kind: 'number', pattern: '+86 139-1111-4444' }))({ ...form, blackList: [...form.blackList, { kind: 'number', pattern: '013911114444' }] }, roll),
  'list-holds-destination': entry('blackList', (form) => ({ kind: 'number', pattern: digitsOf(form) })), 'list-holds-own-number': entry('blackList', () => ({ kind: 'prefix', pattern: '4006008' })),
  'regions-both-set': whole({ part: 'regions', field: 'denied' }, () => ({ deniedRegions: ['province:120000'], allowOnly: true, allowedRegions: ['province:110000'] })), 'allow-list-empty': whole({ part: 'regions', field: 'allowed' }, () => ({ allowOnly: true, allowedRegions: [] })),
  'denied-everywhere': whole({ part: 'regions', field: 'denied' }, () => ({ whiteList: [], allowOnly: false, allowedRegions: [], deniedRegions: [...regions.provinces.filter(({ open }) => open).map(({ code }) => `province:${code}`), 'unknown'] })),
  'region-in-both': whole({ part: 'regions', field: 'allowed', index: 1 }, () => ({ deniedRegions: ['province:120000'], allowOnly: true, allowedRegions: ['province:110000', 'province:120000'] })),
  'region-unknown': (form) => ({ form: { ...form, deniedRegions: [...form.deniedRegions, 'area:0000'] }, place: { part: 'regions', field: 'denied', index: form.deniedRegions.length } }), 'region-twice': (form) => ({ form: { ...form, deniedRegions: [...form.deniedRegions, 'province:120000', 'province:120000'] }, place: { part: 'regions', field: 'denied', index: form.deniedRegions.length + 1 } }),
  'password-missing': feature('password', () => ({ passwordOn: true, password: '' })), 'password-length': feature('password', () => ({ passwordOn: true, password: '12' })), 'password-trivial': (form, roll) => feature('password', () => ({ passwordOn: true, password: pick(roll, ['0000', '1234', '654321', '1212', '99999']) }))(form, roll),
  'monthly-cap-zero': feature('monthlyCap', () => ({ monthlyCap: 0 })), 'concurrent-cap-zero': feature('concurrentCap', () => ({ concurrentCap: 0 })), 'concurrent-over-capacity': (form) => (form.menus.length > 0 ? null : { form: { ...form, concurrentCap: 1 + form.destinations.reduce((sum, { capacity }) => sum + capacity, 0) }, place: { part: 'features', field: 'concurrentCap' } }),
  'recording-without-notice': feature('recordingNotice', () => ({ recording: true, recordingNotice: false })), 'ring-back-with-menu': (form, roll) => feature('ringBack', () => ({ ringBack: true }))(withMenu(form), roll),
  'test-calls-few': whole({ part: 'testCalls' }, (form) => ({ testCalls: form.testCalls.slice(0, 4) })), 'too-many-test-calls': whole({ part: 'testCalls' }, (form) => ({ testCalls: Array.from({ length: 11 }, (_, n) => ({ ...(aCall(form) as RoutingForm['testCalls'][number]), id: `c${n}` })) })),
  'test-call-phone-gone': (form, roll) => { const { id } = pick(roll, form.testCalls); return { form: { ...form, testCalls: patch(form.testCalls, id, { busy: ['gone'] }) }, place: { part: 'testCalls', id } }; },
  'test-call-changed': (form, roll) => { const { id } = pick(roll, form.testCalls); return { form: { ...form, testCalls: form.testCalls.map((call) => (call.id === id ? { ...call, result: { ...call.result, outcome: { kind: 'fax' }, ringing: [] } } : call)) }, place: { part: 'testCalls', id } }; },
};

const manyEntries: readonly ListEntry[] = Array.from({ length: 10_001 }, (_, n) => ({ kind: 'number', pattern: `1390${String(n).padStart(7, '0')}` }));
