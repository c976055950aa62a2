import type { CaseView } from '#contract/cases.ts';
import type { RequestChannel } from '#contract/channels.ts';
import type { Failure } from '#contract/failures.ts';
import type { Reply, Request } from '#contract/contract.ts';
import { formatPhone, parsePhone } from '#domain/applicant/phone.ts';
import { callerOfPhone } from '#domain/routing/caller-of-phone.ts';
import { form } from './sample-cases.ts';
import { sampleRegions } from './sample-reference.ts';

type Fake<C extends RequestChannel> = (request: Request<C>) => Reply<C> | Failure;

/** The form's own channels: a caller's place by area code only, one earlier form, a list of two numbers. */
export function fakeRouting(put: (patch: Partial<CaseView>) => CaseView): { readonly [C in 'routing/caller' | 'routing/import-list' | 'routing/earlier-forms' | 'routing/copy-form' | 'routing/record-real-call']: Fake<C> } {
  return {
    'routing/caller': ({ text }) => {
      const phone = parsePhone(text);
      if (!phone.ok) return { code: 'caller-unreadable' } as Failure;
      const caller = callerOfPhone(phone.value, sampleRegions, phone.value.kind === 'mobile' ? '河北省保定市' : null);
      return { caller, text: formatPhone(phone.value), knownBy: caller.province === null ? 'unknown' : phone.value.kind === 'mobile' ? 'mobile-segment' : 'area-code', dataVersion: '区号表 2026-11 · 号段 libphonenumber 2.0.0' };
    },
    'routing/import-list': () => ({ entries: [{ kind: 'number', pattern: '13900000001' }, { kind: 'prefix', pattern: '170' }], rejected: 1, errors: [{ row: 3, code: 'malformed', value: '你好' }], columns: { pattern: '号码', kind: null, from: null, to: null } }),
    'routing/earlier-forms': () => [{ caseId: '00000000-0000-4000-8000-000000000041', caseNo: 'WJ-20261103-0041', company: '北京吉盛龑泰冷链物流供应链管理有限公司', number: '4006008800', editedAt: '2026-11-03T03:00:00.000Z', destinations: 3, groups: 2, rules: 2, menus: 0 }],
    'routing/copy-form': () => form, 'routing/record-real-call': () => put({}),
  };
}
