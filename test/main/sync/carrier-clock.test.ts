import { afterEach, beforeEach, expect, test } from 'vitest';
import { toInstant } from '#domain/calendar/shanghai-time.ts';
import { openCarrierClock } from '../../../src-main/sync/carrier-clock.ts';
import { hallPc, type HallPc } from './support/hall-pc.ts';

const minute = 60_000;
const noon = Date.parse('2026-11-24T04:00:00.000Z');
let pc: HallPc;
/** The PC's clock, the time since it was switched on, and nothing else. */
let wall: number;
let running: number;
beforeEach(async () => {
  pc = await hallPc();
  [wall, running] = [noon, 0];
});
afterEach(() => pc.dispose());

const open = () => openCarrierClock(pc.db, () => toInstant(wall), () => running);
const pass = (ms: number): void => { wall += ms; running += ms; };
const at = (ms: number): string => toInstant(noon + ms);

test('without a word of the carrier it is the PC\'s clock', () => {
  const clock = open();
  pass(minute);
  expect(clock.now()).toBe(at(minute));
});

test.each([-30, 30])('a PC clock that is %i minutes wrong makes no difference, also after a restart', (wrong) => {
  wall += wrong * minute;
  open().heard(at(0));
  pass(5 * minute);
  running = 0;
  const clock = open();
  expect(clock.now()).toBe(at(5 * minute));
  pass(minute);
  expect(clock.now()).toBe(at(6 * minute));
});

test('a PC clock set back stops no hold from running out', () => {
  const clock = open();
  clock.heard(at(0));
  pass(5 * minute);
  wall -= 3 * 60 * minute;
  expect(clock.now()).toBe(at(5 * minute));
  // After a restart nobody knows how long it was off, but it is not before what the carrier said.
  running = 0;
  expect(open().now()).toBe(at(0));
});

test('a PC that slept knows that time went on', () => {
  const clock = open();
  clock.heard(at(0));
  wall += 8 * 60 * minute;
  expect(clock.now()).toBe(at(8 * 60 * minute));
});

test('the carrier\'s word sets it right in both directions, an event only forward', () => {
  const clock = open();
  wall += 60 * minute;
  clock.heard(at(10 * minute));
  expect(clock.now()).toBe(at(10 * minute));
  clock.noEarlierThan(at(5 * minute));
  expect(clock.now()).toBe(at(10 * minute));
  clock.noEarlierThan(at(20 * minute));
  expect(clock.now()).toBe(at(20 * minute));
});
