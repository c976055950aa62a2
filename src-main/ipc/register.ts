import type { IpcMain } from 'electron';
import { requestChannels, type RequestChannel } from '#contract/channels.ts';
import { type Answer, type Request, requestSchemas } from '#contract/contract.ts';
import type { Failure } from '#contract/failures.ts';
import { fail, type Result } from '#domain/result.ts';
import type { Log } from '../log/log.ts';
import { mayAsk } from './audience.ts';
import { type Guard, senderOf, type Sent } from './sender.ts';

/** What is known of the asker besides the request itself. */
export type CallContext = { readonly windowId: number };

/** The services behind the door: session and role are checked there. */
export type Call = <C extends RequestChannel>(channel: C, request: Request<C>, context: CallContext) => Promise<Answer<C>>;

type Door = {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly guard: Guard;
  readonly call: Call;
  readonly log: Log;
  /** Milliseconds of a clock that never goes back. */
  readonly elapsed: () => number;
};
type Outcome = Result<unknown, Failure>;

/** Opens every channel of the contract and no other. Nothing is ever thrown across: a failure is a value. */
export function registerDoor(door: Door): void {
  for (const channel of requestChannels) {
    door.ipcMain.handle(channel, async (event, raw: unknown) => {
      const begun = door.elapsed();
      const outcome = await answer(door, channel, event, raw);
      const word = outcome.ok ? 'ok' : outcome.error.code;
      door.log.info('request', { channel, elapsedMs: Math.round(door.elapsed() - begun), outcome: word });
      return outcome;
    });
  }
}

async function answer(door: Door, channel: RequestChannel, event: Sent, raw: unknown): Promise<Outcome> {
  try {
    const audience = senderOf(event, door.guard);
    if (audience === null || !mayAsk(audience, channel)) return fail({ code: 'forbidden-sender' });
    const parsed = requestSchemas[channel].safeParse(raw);
    // The paths say which fields; the values stay out, they may be a person's.
    if (!parsed.success) return fail({ code: 'bad-request', facts: { fields: fieldsOf(parsed.error.issues) } });
    return await door.call(channel, parsed.data as Request<typeof channel>, { windowId: event.sender.id });
  } catch (error) {
    const reference = door.log.reference();
    door.log.error('request-broke', { channel, reference, error });
    return fail({ code: 'internal', reference });
  }
}

type Issue = { readonly path: readonly PropertyKey[]; readonly code: string };

function fieldsOf(issues: readonly Issue[]): string {
  // A record's own keys come from the asker: only the contract's plain field names are repeated.
  const word = (part: PropertyKey): string => (typeof part === 'number' ? '#' : /^[A-Za-z]{1,40}$/.test(String(part)) ? String(part) : '?');
  return [...new Set(issues.map((issue) => issue.path.map(word).join('.') || '(whole)'))].slice(0, 10).join(', ');
}
