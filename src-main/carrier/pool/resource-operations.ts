import { fail, ok } from '#domain/result.ts';
import type { Query } from '../http/ask.ts';
import { refusal } from '../http/refusal.ts';
import type { Body } from '../store/resource-rows.ts';
import { numberFilter } from './number-filter.ts';
import { sweepExpired } from './reservations.ts';
import { tollFreeNumber } from './toll-free-number.ts';

const readResource: Query = (desk, ask) => {
  sweepExpired(desk);
  const number = ask.params['id'] ?? '';
  const status = desk.pool.statusOf(number);
  return status ? ok({ status: 200, body: tollFreeNumber(number, status), headers: {} }) : fail(refusal('notFound', 'not a number of this pool'));
};

const listResources: Query = (desk, ask) => {
  const filter = numberFilter(String(ask.query['value.regex'] ?? ''));
  if (!filter.ok) return fail(refusal('filterUnsupported', 'value.regex takes digits, ., \\d, {n}, ^ and $'));
  sweepExpired(desk);
  const wanted = ask.query['allocationStatus'];
  const [offset, limit] = [Number(ask.query['offset']), Number(ask.query['limit'])];
  const page: Body[] = [];
  let total = 0;
  for (const { number, status } of desk.pool.numbers()) {
    if ((wanted !== undefined && status !== wanted) || !filter.value.test(number)) continue;
    if (total >= offset && page.length < limit) page.push(tollFreeNumber(number, status));
    total += 1;
  }
  return ok({ status: 200, body: page, headers: { 'x-total-count': String(total), 'x-result-count': String(page.length) } });
};

const readPoolSnapshot: Query = (desk, ask) => {
  sweepExpired(desk);
  const { version, bytes } = desk.pool.snapshot(ask.caller.hall);
  const etag = `"${version}"`;
  if (ask.headers['if-none-match'] === etag) return ok({ status: 304, body: undefined, headers: { etag } });
  return ok({ status: 200, body: Buffer.from(bytes), headers: { etag, 'content-type': 'application/vnd.hall400.pool' } });
};

/** Number search, one number, the whole pool. */
export const resourceQueries: Readonly<Record<string, Query>> = { readResource, listResources, readPoolSnapshot };
