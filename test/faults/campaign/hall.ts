import type { RealCarrier } from '../../support/real-carrier.ts';
import type { CarrierReads } from './audit-carrier.ts';
import type { OpenDesk } from './desk.ts';

/** The carrier of a folder with its plug, and the way to open the console on that folder. */
export type Hall = {
  readonly open: OpenDesk;
  readonly carrier: CarrierReads;
  /** Kills the carrier or starts it again, one after the other. */
  readonly line: (up: boolean) => Promise<void>;
  /** Whether the carrier runs, once what was asked for has happened. */
  readonly isUp: () => Promise<boolean>;
  readonly dispose: () => Promise<void>;
};

export function hallOf(carrier: RealCarrier, open: OpenDesk): Hall {
  let last: Promise<boolean> = Promise.resolve(true);
  return {
    open, carrier,
    line: async (up) => {
      last = last.then(async (isUp) => {
        if (up !== isUp) await (up ? carrier.start() : carrier.stop('SIGKILL'));
        return up;
      });
      await last;
    },
    isUp: () => last,
    dispose: async () => {
      await last;
      await carrier.dispose();
    },
  };
}
