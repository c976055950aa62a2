import { type RealCarrier, startRealCarrier } from './real-carrier.ts';
import { openTestConsole, type TestConsole } from './test-console.ts';

/** A training console with its clerk signed in, and the real carrier of its hall. */
export type DeskOnLine = { readonly desk: TestConsole; readonly carrier: RealCarrier; readonly dispose: () => Promise<void> };

export async function openDeskOnLine(): Promise<DeskOnLine> {
  const carrier = await startRealCarrier({ hall: 'WJ' });
  const desk = await openTestConsole({ carrier });
  await desk.signIn('WJ0127');
  return { desk, carrier, dispose: async () => { await desk.dispose(); await carrier.dispose(); } };
}
