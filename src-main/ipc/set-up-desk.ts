import type { RequestChannel } from '#contract/channels.ts';
import type { Answer, Request } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import type { SetupState } from '#contract/session.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Log } from '../log/log.ts';

type Hall = { readonly name: string; readonly code: string };
type Refusal = { readonly code: string };

/** The console as the desk sees it. */
export type OpenedConsole = {
  readonly isSetUp: () => boolean;
  readonly hall: () => Hall | null;
  readonly firstStart: (request: Request<'setup/first-start'>) => Promise<Result<null, Failure>>;
};

type Key = { readonly key: Uint8Array; readonly recoveryKey: string | null; readonly keyStore: 'system' | 'basic_text' };

export type SetUpParts = Pick<SetupState, 'mode' | 'version' | 'demoStaff'> & {
  readonly loadKey: () => Promise<Result<Key, Refusal>>;
  readonly recoverKey: (recoveryKey: string) => Promise<Result<Uint8Array, Refusal>>;
  readonly confirmRecoveryKey: () => void;
  readonly open: (key: Uint8Array) => Promise<Result<OpenedConsole, Refusal>>;
  readonly log: Log;
};

/** Answers what comes before the first sign-in: key, recovery, first start. Everything else waits for `opened`. */
export type SetUpDesk = {
  readonly start: () => Promise<void>;
  readonly opened: () => Promise<void>;
  readonly call: <C extends RequestChannel>(channel: C, request: Request<C>) => Promise<Answer<C>>;
};

export function makeSetUpDesk(parts: SetUpParts): SetUpDesk {
  let console: OpenedConsole | null = null;
  let stage: SetupState['stage'] = 'opening';
  let problem: SetupState['problem'] = null;
  let recoveryKey: string | null = null;
  let keyStore: SetupState['keyStore'] = 'system';
  let opening = Promise.resolve();

  const state = (): SetupState => ({
    mode: parts.mode, version: parts.version, demoStaff: parts.demoStaff, problem, keyStore, hallName: console?.hall()?.name ?? '', hallCode: console?.hall()?.code ?? '',
    stage: stage === 'ready' && console?.isSetUp() === false ? 'first-start' : stage,
    // Training data is nobody's: there is nothing to recover, so nothing is asked.
    recoveryKey: parts.mode === 'training' ? null : recoveryKey,
  });
  const openWith = async (key: Uint8Array): Promise<void> => {
    const opened = await parts.open(key);
    if (opened.ok) {
      console = opened.value;
      stage = 'ready';
      return;
    }
    const { code, ...facts } = opened.error;
    parts.log.error('cannot-open', { code });
    stage = 'cannot-open';
    problem = { code: code as NonNullable<SetupState['problem']>['code'], detail: JSON.stringify(facts) };
  };
  const begin = async (): Promise<void> => {
    const key = await parts.loadKey();
    if (key.ok) {
      ({ recoveryKey, keyStore } = key.value);
      return openWith(key.value.key);
    }
    stage = key.error.code === 'needs-recovery' ? 'needs-recovery' : 'cannot-open';
    problem = stage === 'cannot-open' ? { code: 'key-store-unavailable', detail: '' } : null;
  };
  const recover = async (text: string): Promise<Answer<'setup/recover'>> => {
    const key = await parts.recoverKey(text);
    if (!key.ok) return fail({ code: 'recovery-key-wrong' });
    await openWith(key.value);
    return ok(state());
  };
  const firstStart = async (request: Request<'setup/first-start'>): Promise<Answer<'setup/first-start'>> => {
    const done = await console?.firstStart(request);
    if (done === undefined) return fail({ code: 'not-set-up' });
    return done.ok ? ok(state()) : done;
  };
  const answer = async (channel: RequestChannel, request: unknown): Promise<unknown> => {
    await opening;
    if (channel === 'setup/recover') return recover((request as Request<'setup/recover'>).recoveryKey);
    if (channel === 'setup/first-start') return firstStart(request as Request<'setup/first-start'>);
    if (channel === 'setup/confirm-recovery-key') {
      parts.confirmRecoveryKey();
      recoveryKey = null;
    }
    return ok(state());
  };
  return {
    start: () => (opening = begin()),
    opened: () => opening,
    call: <C extends RequestChannel>(channel: C, request: Request<C>) => answer(channel, request) as Promise<Answer<C>>,
  };
}
