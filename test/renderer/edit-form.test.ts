import { describe, expect, it } from 'vitest';
import { emptyForm, type RoutingForm } from '#domain/routing/routing-form.ts';
import { addDestination, addGroup, addKey, addMenu, addRule, moveRule, removeDestination, removeGroup, removeMenu, setMembers, setShare, setStrategy } from '../../src-renderer/screens/form/edit-form.ts';
import { fieldIdOf, tabOf } from '../../src-renderer/screens/form/form-places.ts';
import { readClock } from '../../src-renderer/screens/form/read-clock.ts';
import { listLine, readList } from '../../src-renderer/screens/form/list-text.ts';
import { noHistory, noted, redone, undone } from '../../src-renderer/screens/form/form-history.ts';
import { readDates, writeDates } from '../../src-renderer/screens/form/read-dates.ts';
import { sharesText } from '../../src-renderer/text/routing.ts';

const twoPhones = (): RoutingForm => addDestination(addDestination(emptyForm, '北京某公司').form, '北京某公司').form;

describe('building the form', () => {
  it('makes the first phone ring all day, and the second beside it', () => {
    const form = twoPhones();
    expect(form.groups).toEqual([{ id: 'g1', name: '全天', strategy: 'roundRobin', destinationIds: ['d1', 'd2'], shares: [], onBusy: '', onNoAnswer: '' }]);
    expect(form.otherwise).toBe('g1');
    expect(form.destinations[1]).toMatchObject({ id: 'd2', ownerName: '北京某公司', ownerKind: 'unit', proof: 'none' });
  });

  it('does not guess the group once there are two', () => {
    const form = addDestination(addGroup(twoPhones()).form, '北京某公司').form;
    expect(form.groups.map((group) => group.destinationIds)).toEqual([['d1', 'd2'], []]);
  });

  it('takes a removed phone out of groups with its share, and never gives its id again', () => {
    const form = removeDestination(setShare(setStrategy(twoPhones(), 'g1', 'percentage'), 'g1', 1, 30), 'd1');
    expect(form.groups[0]).toMatchObject({ destinationIds: ['d2'], shares: [30] });
    expect(addDestination(form, '').id).toBe('d3');
  });

  it('leaves whatever led to a removed group or menu leading nowhere, for the check to tell', () => {
    const linked = addRule(addMenu(twoPhones()).form).form;
    const form = removeGroup({ ...linked, groups: [...linked.groups, { id: 'g2', name: '', strategy: 'priority', destinationIds: [], shares: [], onBusy: 'g1', onNoAnswer: 'voicemail' }] }, 'g1');
    expect([form.rules[0]?.goal, form.otherwise, form.menus[0]?.operator, form.menus[0]?.keys[0]?.goal, form.groups[0]?.onBusy, form.groups[0]?.onNoAnswer]).toEqual(['', '', '', '', '', 'voicemail']);
    expect(removeMenu({ ...linked, otherwise: 'm1' }, 'm1').otherwise).toBe('');
  });

  it('shares by percent begin evenly, and phones that stay keep theirs', () => {
    const form = setStrategy(twoPhones(), 'g1', 'percentage');
    expect(form.groups[0]?.shares).toEqual([50, 50]);
    expect(setMembers(setShare(form, 'g1', 0, 80), 'g1', ['d2', 'd1', 'd3']).groups[0]?.shares).toEqual([50, 80, 0]);
    expect(setStrategy(form, 'g1', 'priority').groups[0]?.shares).toEqual([]);
  });

  it('rules move by one place and not over the edge', () => {
    const form = addRule(addRule(twoPhones()).form).form;
    expect(moveRule(form, 't2', -1).rules.map(({ id }) => id)).toEqual(['t2', 't1']);
    expect(moveRule(form, 't2', 1)).toBe(form);
  });

  it('a new key is the first that the menu does not use', () => {
    expect(addKey(addMenu(twoPhones()).form, 'm1').menus[0]?.keys.map(({ key }) => key)).toEqual(['1', '2']);
  });
});

describe('undo and redo', () => {
  const [a, b, c] = [{ ...emptyForm, otherwise: 'a' }, { ...emptyForm, otherwise: 'b' }, { ...emptyForm, otherwise: 'c' }];
  it('goes back and forward step by step', () => {
    const history = noted(noted(noHistory, a, { field: 'x', now: 0 }), b, { field: 'y', now: 10 });
    const back = undone(history, c);
    expect(back?.form).toBe(b);
    expect(undone(back?.history ?? noHistory, b)?.form).toBe(a);
    expect(redone(back?.history ?? noHistory, b)?.form).toBe(c);
    expect([undone(noHistory, a), redone(noHistory, a)]).toEqual([null, null]);
  });

  it('typing on in one field is one step, a pause or another field is not', () => {
    const first = noted(noHistory, a, { field: 'x', now: 0 });
    expect(noted(first, b, { field: 'x', now: 1000 }).past).toEqual([a]);
    expect(noted(first, b, { field: 'x', now: 2000 }).past).toEqual([a, b]);
    expect(noted(first, b, { field: 'y', now: 100 }).past).toEqual([a, b]);
    expect(noted(first, b, { field: null, now: 100 }).past).toEqual([a, b]);
  });

  it('what was taken back is gone after the next change, and a hundred steps are kept', () => {
    const back = undone(noted(noHistory, a, { field: 'x', now: 0 }), b);
    expect(noted(back?.history ?? noHistory, a, { field: 'x', now: 1 }).future).toEqual([]);
    let history = noHistory;
    for (let step = 0; step < 150; step += 1) history = noted(history, a, { field: null, now: step });
    expect(history.past.length).toBe(100);
  });
});

describe('dates as typed', () => {
  it.each([
    ['2026-10-01~2026-10-07', '2026-10-01~2026-10-07'], ['10-01~10-07', '2026-10-01~2026-10-07'], ['10月1日至7日', '2026-10-01~2026-10-07'], ['10.1', '2026-10-01'], ['12-24，2027-01-01~2027-01-03', '2026-12-24，2027-01-01~2027-01-03'], ['国庆', '国庆'], ['', ''],
  ])('%s', (text, read) => expect(writeDates(readDates(text, 2026))).toBe(read));
});

describe('a time as typed', () => {
  it.each([['9', '09:00'], ['930', '09:30'], ['9:30', '09:30'], ['９：３０', '09:30'], ['1830', '18:30'], ['24', '24:00'], ['25', null], ['9:7', null], ['24:01', null], ['上午', null], ['', null]])('%s', (text, clock) => {
    expect(readClock(text)).toBe(clock);
  });
});

describe('a pasted list', () => {
  it('tells prefix, area code and number apart and drops empty lines', () => {
    expect(readList('0085*\n0316\r\n\n 010-5999 1234 ，138＊')).toEqual([
      { kind: 'prefix', pattern: '0085' }, { kind: 'area-code', pattern: '0316' }, { kind: 'number', pattern: '010-5999 1234' }, { kind: 'prefix', pattern: '138' },
    ]);
  });

  it('reads back what it showed', () => {
    const entries = readList('0085*\n0316 22:00-6\n13800001111');
    expect(entries[1]).toEqual({ kind: 'area-code', pattern: '0316', from: '22:00', to: '06:00' });
    const again = readList(entries.map(listLine).join('\n'), entries);
    // An entry that nobody changed stays itself: what is known of it stays known.
    expect(again.every((entry, index) => entry === entries[index])).toBe(true);
  });
});

describe('the words of a group', () => {
  const form = { ...emptyForm, destinations: ['d1', 'd2', 'd3'].map((id) => ({ id, number: '', ownerName: '', ownerKind: 'unit', proof: 'none', proofMonth: '', terminal: 'phone', capacity: 1 }) as const) };
  it.each([
    ['roundRobin', ['d1', 'd2'], [], 'A 50% · B 50%'], ['random', ['d1', 'd2', 'd3'], [], 'A 33.4% · B 33.3% · C 33.3%'], ['percentage', ['d1', 'd2'], [70, 30], 'A 70% · B 30%'],
    ['priority', ['d3', 'd1'], [], 'C 最先 · A 第 2'], ['ringAll', ['d1', 'd2'], [], 'A 同响 · B 同响'], ['priority', [], [], ''],
  ] as const)('%s of %j', (strategy, destinationIds, shares, text) => expect(sharesText(form, { strategy, destinationIds, shares })).toBe(text));
});

describe('where a problem leads', () => {
  it('names the control, and the page it stands on', () => {
    const places = [{ part: 'destinations', id: 'd2', field: 'proofMonth' }, { part: 'rules', id: 't1' }, { part: 'rules', id: 't1', field: 'regions', index: 0 }, { part: 'menus', id: 'm1', field: 'keys', index: 2 }, { part: 'groups', id: 'g1', field: 'onBusy' },
      { part: 'otherwise' }, { part: 'regions', field: 'denied', index: 1 }, { part: 'features', field: 'password' }, { part: 'testCalls', id: 'c1' }, { part: 'blackList', index: 3 }] as const;
    expect(places.map(fieldIdOf)).toEqual(['destinations-d2-proofMonth', 'rules-t1-from', 'rules-t1-regions', 'menus-m1-key-2', 'groups-g1-onBusy', 'otherwise', 'deniedRegions', 'password', 'testCalls', 'blackList']);
    expect(places.map((place) => tabOf(fieldIdOf(place)))).toEqual(['phones', 'rules', 'rules', 'menus', 'phones', 'rules', 'lists', 'lists', 'try', 'lists']);
    expect([tabOf(null), tabOf('coverage')]).toEqual(['phones', 'map']);
  });
});
