import { describe, expect, test } from 'vitest';
import { OPERATION, decodeIpp, encodeIpp } from '../../../src-main/devices/ipp-message.ts';

// Assembled by hand from RFC 8010: version 2.0, operation 9, request 7, then one attribute a line.
const REQUEST = [
  '0200 0009 00000007 01',
  '47 0012 617474726962757465732d63686172736574 0005 7574662d38',
  '48 001b 617474726962757465732d6e61747572616c2d6c616e6775616765 0005 7a682d636e',
  '45 0007 6a6f622d757269 0012 6970703a2f2f6c2f6a6f62732f3132333435',
  '44 0003 726571 0001 61',
  '44 0000 0002 6262',
  '02',
  '21 0006 636f70696573 0004 00000002',
  '22 0001 78 0001 01',
  '03 255044',
];

// A reply: status 0, request 7, two job groups; the second value of a list has no name.
const REPLY = [
  '0200 0000 00000007 01',
  '47 0012 617474726962757465732d63686172736574 0005 7574662d38',
  '02 23 0009 6a6f622d7374617465 0004 00000005',
  '44 0001 72 0001 61 44 0000 0002 6263',
  '02 23 0009 6a6f622d7374617465 0004 00000009',
  '22 0002 6f6b 0001 01',
  '41 0001 6d 0009 e7bcbae7bab8efbc81',
  '03',
];

const bytes = (lines: readonly string[]): Buffer => Buffer.from(lines.join('').replaceAll(' ', ''), 'hex');

describe('IPP messages', () => {
  test('a request is written byte for byte as the standard lays it out', () => {
    const written = encodeIpp({
      operation: OPERATION.jobAttributes, id: 7,
      attributes: [{ sort: 'uri', name: 'job-uri', values: ['ipp://l/jobs/12345'] }, { sort: 'keyword', name: 'req', values: ['a', 'bb'] }],
      job: [{ sort: 'integer', name: 'copies', values: [2] }, { sort: 'boolean', name: 'x', values: [true] }],
      data: Buffer.from('%PD'),
    });
    expect(written.toString('hex')).toBe(bytes(REQUEST).toString('hex'));
  });

  test('a reply is read group by group, lists and Chinese texts whole', () => {
    expect(decodeIpp(bytes(REPLY))).toEqual({
      status: 0, id: 7,
      groups: [
        new Map([['attributes-charset', ['utf-8']]]),
        new Map<string, unknown>([['job-state', [5]], ['r', ['a', 'bc']]]),
        new Map<string, unknown>([['job-state', [9]], ['ok', [true]], ['m', ['缺纸！']]]),
      ],
    });
  });

  test('a reply cut short anywhere is no reply', () => {
    const whole = bytes(REPLY);
    for (let length = 0; length < whole.length; length++) expect(decodeIpp(whole.subarray(0, length))).toBeUndefined();
  });
});
