import { describe, expect, it } from 'vitest';
import { emptyForm, type RoutingForm } from '#domain/routing/routing-form.ts';
import { addDestination, addGroup, addTimeRule, forwardBusyTo, removeDestination, removeGroup } from '../../src-renderer/screens/form/edit-form.ts';
import { fieldIdOf, tabOf } from '../../src-renderer/screens/form/form-places.ts';
import { readClock } from '../../src-renderer/screens/form/read-clock.ts';
import { readList, listLine, sharesText, weekdaysText } from '../../src-renderer/text/routing.ts';

const twoPhones = (): RoutingForm => addDestination(addDestination(emptyForm, '北京某公司').form, '北京某公司').form;

describe('building the form', () => {
  it('makes the first phone ring all day, and the second beside it', () => {
    const form = twoPhones();
    expect(form.groups).toEqual([{ id: 'g1', name: '全天', strategy: 'roundRobin', destinationIds: ['d1', 'd2'] }]);
    expect(form.defaultGroupId).toBe('g1');
    expect(form.destinations[1]).toMatchObject({ id: 'd2', ownerName: '北京某公司', ownerKind: 'unit', proof: 'none' });
  });

  it('does not guess the group once there are two', () => {
    const form = addDestination(addGroup(twoPhones()).form, '北京某公司').form;
    expect(form.groups.map((group) => group.destinationIds)).toEqual([['d1', 'd2'], []]);
  });

  it('takes a removed phone out of groups and forwarding, and never gives its id again', () => {
    const form = removeDestination(forwardBusyTo(twoPhones(), 'd1'), 'd1');
    expect(form.groups[0]?.destinationIds).toEqual(['d2']);
    expect('busyForwardTo' in form).toBe(false);
    expect(addDestination(form, '').id).toBe('d3');
  });

  it('leaves rules of a removed group leading nowhere, for the check to tell', () => {
    const form = removeGroup(addTimeRule(twoPhones()).form, 'g1');
    expect(form.timeRules[0]?.groupId).toBe('');
    expect(form.defaultGroupId).toBe('');
  });
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
    const entries = readList('0085*\n0316\n13800001111');
    expect(readList(entries.map(listLine).join('\n'))).toEqual(entries);
  });
});

describe('the words of a group', () => {
  const letterOf = (id: string): string => ({ d1: 'A', d2: 'B', d3: 'C' })[id] ?? '?';
  it('says the share of each phone where calls are shared', () => {
    expect(sharesText({ strategy: 'roundRobin', destinationIds: ['d1', 'd2'] }, letterOf)).toBe('A 50% · B 50%');
    expect(sharesText({ strategy: 'random', destinationIds: ['d1', 'd2', 'd3'] }, letterOf)).toBe('A 33.4% · B 33.3% · C 33.3%');
  });

  it('says the order where only that is known', () => {
    expect(sharesText({ strategy: 'priority', destinationIds: ['d3', 'd1'] }, letterOf)).toBe('C 最先 · A 第 2');
    expect(sharesText({ strategy: 'priority', destinationIds: [] }, letterOf)).toBe('');
  });

  it('says weekdays as they are spoken', () => {
    expect([[1, 2, 3, 4, 5], [6, 7], [7, 1, 2, 3, 4, 5, 6], [1, 3, 5]].map(weekdaysText)).toEqual(['周一至周五', '周六、周日', '每天', '周一、周三、周五']);
  });
});

describe('where a problem leads', () => {
  it('names the control, and the page it stands on', () => {
    expect(fieldIdOf({ part: 'destinations', id: 'd2', field: 'proofMonth' })).toBe('destinations-d2-proofMonth');
    expect(fieldIdOf({ part: 'timeRules', id: 't1' })).toBe('timeRules-t1-from');
    expect(['destinations-d2-number', 'groups-g1-members', null].map(tabOf)).toEqual(['phones', 'phones', 'phones']);
    expect(['timeRules-t1-from', 'defaultGroupId', 'blackList'].map(tabOf)).toEqual(['times', 'times', 'times']);
  });
});
