import { announcedCalendar } from '#domain/calendar/work-calendar.ts';
import { type Call, type CallState, quietState, type RoutedCall } from '#domain/routing/call.ts';
import { callMoment } from '#domain/routing/call-moment.ts';
import type { Caller } from '#domain/routing/caller.ts';
import { routeCall } from '#domain/routing/route-call.ts';
import { type Destination, emptyForm, type Group, type Menu, type RoutingForm, type Rule } from '#domain/routing/routing-form.ts';

export const limits = { forwardsPerCall: 2, ivrDepth: 5 } as const;

export const phone = (id: string, over: Partial<Destination> = {}): Destination => ({
  id, number: `010592066${id.slice(1).padStart(2, '0')}`, ownerName: '示例公司', ownerKind: 'unit', proof: 'bill', proofMonth: '2026-10', terminal: 'phone', capacity: 1, ...over,
});
export const group = (id: string, destinationIds: readonly string[], over: Partial<Group> = {}): Group => ({ id, name: `组${id}`, strategy: 'priority', destinationIds, shares: [], onBusy: '', onNoAnswer: '', ...over });
export const rule = (id: string, over: Partial<Rule> = {}): Rule => ({
  id, name: `规则${id}`, days: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7], dates: [], from: '00:00', to: '24:00', regions: [], lineKind: 'any', goal: 'g1', ...over,
});
export const menu = (id: string, over: Partial<Menu> = {}): Menu => ({ id, name: `菜单${id}`, keys: [], operator: '', onTimeout: 'voicemail', tries: 3, onInvalid: 'announcement', ...over });

/** Three phones; g1 rings d1 then d2, g2 rings d3; otherwise g1. */
export const baseForm: RoutingForm = { ...emptyForm, destinations: [phone('d1'), phone('d2'), phone('d3')], groups: [group('g1', ['d1', 'd2']), group('g2', ['d3'])], otherwise: 'g1' };
export const formWith = (over: Partial<RoutingForm>): RoutingForm => ({ ...baseForm, ...over });

export const tianjin: Caller = { digits: '02223450000', lineKind: 'landline', areaCode: '022', city: '120100', province: '120000' };
export const baoding: Caller = { digits: '13931200000', lineKind: 'mobile', areaCode: '0312', city: '130600', province: '130000' };
export const unknownCaller: Caller = { digits: '19900000000', lineKind: 'mobile', areaCode: null, city: null, province: null };
export const hongKong: Caller = { digits: '', lineKind: 'other', areaCode: null, city: null, province: '810000' };

export const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** A call at a day and clock of the announced calendar; Tuesday 2026-11-24 at 10:15 unless told otherwise. */
export const callAt = (when = '2026-11-24 10:15', over: Partial<Call> = {}): Call =>
  ({ caller: tianjin, at: callMoment(when.slice(0, 10), minutes(when.slice(11)), announcedCalendar), keys: [], password: '', ...over });

export const routed = (form: RoutingForm, call: Call = callAt(), state: Partial<CallState> = {}): RoutedCall => routeCall(form, call, { ...quietState, ...state }, limits);

/** `g1`, `voicemail`, `announcement closed`, `refused black-list`, `nobody goal-unknown`: an end in one word or two. */
export const endOf = ({ outcome }: RoutedCall): string => (outcome.kind === 'answered' ? `${outcome.groupId} ${outcome.destinationId}` : 'reason' in outcome ? `${outcome.kind} ${outcome.reason}` : outcome.kind);
export const ringingOf = ({ ringing }: RoutedCall): string => ringing.map(({ destinationIds }) => destinationIds.join('+')).join(' ');
export const stepsOf = ({ steps }: RoutedCall): string[] => steps.map(({ code, place, facts }) =>
  [code, [place.part, place.id, place.field, place.index].filter((part) => part !== undefined).join('/'), facts?.why ?? facts?.key].filter((part) => part !== undefined).join(' '));
