import { expect, test } from 'vitest';
import { warningsOf } from '#domain/number/meaning/number-warnings.ts';
import { shippedReference } from '../../../main/pool/shipped-rules.ts';

const { meanings } = shippedReference();
const said = (digits: string): readonly string[] => warningsOf(digits, meanings).map(({ code, digits: place, like }) => `${code} ${place} ${like}`);

test.each<[string, string[]]>([
  ['4000628395', []],
  ['4006210010', ['confusable 10010 中国联通客服']],
  ['4006110852', ['confusable 110 报警']],
  ['4006852110', ['confusable 110 报警']],
  ['4006821108', []],
  ['4006812345', ['confusable 12345 政务热线']],
  ['4006828514', ['unlucky 514 我要死']],
  ['4006748258', ['unlucky 748 去死吧']],
  ['4006285264', ['unlucky 64 留死']],
  ['4006852834', ['unlucky 4 死']],
  ['4006851314', []],
  ['4006131485', []],
  ['4006852514', ['unlucky 514 我要死']],
  ['4006852250', ['unlucky 250 二百五']],
  ['4006825082', []],
  ['4000001258', ['hard-to-say 00000 5']],
  ['4006666612', ['hard-to-say 66666 5']],
  ['4000008514', ['unlucky 514 我要死', 'hard-to-say 00000 5']],
])('%s is told %j', (digits, warnings) => expect(said(digits)).toEqual(warnings));
