import type { Caller } from './test-console.ts';

/** Money needs an open shift of the person signed in: opens one with 500 yuan in the drawer unless there is one. */
export async function openShift(call: Caller): Promise<void> {
  const { standing } = await call('till/state', undefined);
  if (standing === 'none') await call('till/open', { floatLi: 500_000 });
}
