import { expect, test } from 'vitest';
import { nameReading } from '#domain/applicant/name-reading.ts';

test.each([
  ['北京吉盛生源', 'bjjssy beijingjishengshengyuan'],
  ['重庆长安', 'cqca chongqingchangan'],
  ['', ''],
  ['   ', ''],
])('%s reads %j', (name, reading) => { expect(nameReading(name)).toBe(reading); });
