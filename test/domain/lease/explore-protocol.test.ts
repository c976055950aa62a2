import { describe, expect, test } from 'vitest';
import { explore } from '../../faults/lease-model/explore.ts';
import { product, protocolMutants } from '../../faults/lease-model/protocol.ts';

// The whole bounds (3 epochs, 3 picks: 1.7 million states) run in `npm run campaign:leases`.
test('in every state of two devices and two numbers a number has one case and every pick is honoured unless forced', () => {
  const seen = explore(product, { epochs: 2, picks: 3 });
  expect([seen.s1, seen.s2]).toEqual(['holds', 'holds']);
  expect(seen.states).toBe(22_057);
});

describe('each mutant of the protocol is caught', () => {
  const bounds = { epochs: 2, picks: 2 };

  test('giving numbers back at expiry breaks a promise in four steps', () => {
    const seen = explore(protocolMutants['reclaim-at-expiry'], bounds);
    expect(seen.s1).toBe('holds');
    expect(seen.s2).toEqual(['grant A 4006000001', 'active offer 1 arrives', 'settle time of 1', 'pick 1 4006000001 a']);
  });

  test('without the epoch test an old claim takes the number that was lent again', () => {
    const seen = explore(protocolMutants['claim-without-epoch'], bounds);
    expect(seen.s1).toBe('holds');
    expect(seen.s2).toContain('claim 1 4006000001 a arrives');
  });

  test('a report before picking has ended omits a pick', () => {
    const seen = explore(protocolMutants['report-while-picking'], bounds);
    expect(seen.s1).toBe('holds');
    expect(seen.s2).toHaveLength(5);
  });

  test('an unconditional claim sells a number twice', () => {
    const seen = explore(protocolMutants['unconditional-claim'], bounds);
    expect(seen.s1).not.toBe('holds');
    expect(seen.s2).not.toBe('holds');
  });
});
