import { trainingPassword } from '../../src-main/services/hall/set-up.ts';
import type { Caller } from './test-console.ts';

const floatLi = 500_000;

/** Money needs an open shift of the person signed in: opens one with 500 yuan in the drawer unless there is one. */
export async function openShift(call: Caller): Promise<void> {
  const { standing } = await call('till/state', undefined);
  if (standing === 'none') await call('till/open', { floatLi });
}

/** Counts the drawer (the float and `cashLi`), says of what the carrier has not yet that it is on its way, and closes the shift. */
export async function closeShift(call: Caller, cashLi = 0): Promise<void> {
  const shiftId = (await call('till/state', undefined)).shift?.shiftId ?? '';
  const others = { pos: 0, wechat: 0, alipay: 0, transfer: 0, collection: 0 };
  const { mismatches } = await call('till/count', { shiftId, cash: { pieces: {}, looseLi: floatLi + cashLi }, others, slips: [] });
  if (mismatches.length > 0) await call('till/explain', { shiftId, mismatchIds: mismatches.map(({ id }) => id), action: 'in-transit', note: '断网', supervisor: { staffNo: 'WJ0008', password: trainingPassword } });
  await call('till/close', { shiftId, note: '', depositLi: cashLi, depositBag: '1', supervisor: null });
}
