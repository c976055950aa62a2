import { emptyForm, type ListEntry, type RoutingForm, type Rule } from '#domain/routing/routing-form.ts';

const DESTINATIONS = 20;

/** A head office with branches: 20 phones, 10 rules by day, hour, region and line, two menus, lists of numbers, prefixes and area codes with hours. */
export function benchForm(entries: number): RoutingForm {
  const phones = Array.from({ length: DESTINATIONS }, (_, at) => `d${at}`);
  const group = (id: string, from: number, to: number, onBusy = '') => ({ id, name: `组${id}`, strategy: 'roundRobin' as const, destinationIds: phones.slice(from, to), shares: [], onBusy, onNoAnswer: 'voicemail' });
  const rule = (id: string, over: Partial<Rule>): Rule => ({ id, name: `规则${id}`, days: 'workdays', weekdays: [], dates: [], from: '08:30', to: '17:30', regions: [], lineKind: 'any', goal: 'g1', ...over });
  return {
    ...emptyForm,
    destinations: phones.map((id, at) => ({ id, number: `0105920${6600 + at}`, ownerName: '示例公司', ownerKind: 'unit', proof: 'bill', proofMonth: '2026-10', terminal: 'phone', capacity: 1 })),
    groups: [group('g1', 0, 6, 'g2'), group('g2', 6, 10), group('g3', 10, 14, 'g1'), group('g4', 14, 17, 'g1'), group('g5', 17, 20)],
    menus: [
      { id: 'm1', name: '总机', keys: [{ key: '1', label: '销售', goal: 'g2' }, { key: '2', label: '售后', goal: 'm2' }], operator: 'g1', onTimeout: 'g1', tries: 3, onInvalid: 'voicemail' },
      { id: 'm2', name: '售后', keys: [{ key: '1', label: '报修', goal: 'g3' }, { key: '2', label: '投诉', goal: 'g4' }], operator: 'g1', onTimeout: 'voicemail', tries: 3, onInvalid: 'voicemail' },
    ],
    rules: [
      rule('r0', { days: 'dates', dates: [{ from: '2027-02-05', to: '2027-02-12' }], from: '00:00', to: '24:00', goal: 'voicemail' }), rule('r1', { days: 'holidays', from: '00:00', to: '24:00', goal: 'voicemail' }),
      rule('r2', { regions: ['province:440000', 'province:450000', 'province:460000'], goal: 'g3' }), rule('r3', { regions: ['province:310000', 'city:320500', 'area:0571'], goal: 'g4' }), rule('r4', { regions: ['city:130600', 'area:0316'], goal: 'g5' }),
      rule('r5', { lineKind: 'mobile', goal: 'm1' }), rule('r6', { goal: 'g1' }), rule('r7', { from: '17:30', to: '21:00', goal: 'g2' }), rule('r8', { days: 'restdays', from: '09:00', to: '16:00', goal: 'g5' }), rule('r9', { days: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '06:00', goal: 'voicemail' }),
    ],
    otherwise: 'announcement', blackList: Array.from({ length: entries }, (_, at) => entryOf(at)), whiteListKind: 'priority', recording: true, recordingNotice: true,
  };
}

const AREAS = ['0591', '0592', '0731', '0755', '0871', '0898', '0991', '0471', '0431', '0531'];

/** Of a hundred entries five are area codes by night and five are prefixes. */
function entryOf(at: number): ListEntry {
  if (at % 20 === 0) return { kind: 'area-code', pattern: AREAS[(at / 20) % AREAS.length] as string, from: '22:00', to: '07:00' };
  if (at % 20 === 1) return { kind: 'prefix', pattern: at % 40 === 1 ? '0851' : `170${String(at).padStart(5, '0')}` };
  return { kind: 'number', pattern: at % 2 === 0 ? `139${String(10_000_000 + at)}` : `021${String(50_000_000 + at)}` };
}
