import { assert } from '../assert.ts';

/** An amount in 厘: 1/1000 yuan, always an integer. 10 厘 = 1 fen. */
export type Li = number;

/** 厘 per yuan. */
export const LI_PER_YUAN = 1000;

/** Yuan (at most three decimals) to 厘; refuses what is no whole number of 厘. */
export function yuan(amount: number): Li {
  const li = Math.round(amount * LI_PER_YUAN);
  assert(Math.abs(amount * LI_PER_YUAN - li) < 1e-6 && Number.isSafeInteger(li), 'yuan: not a whole number of li');
  return li;
}

/** Rounds half up to whole fen, away from zero for credits; the result is still in 厘. */
export function roundToFen(li: Li): Li {
  const fen = Math.sign(li) * Math.floor((Math.abs(li) + 5) / 10);
  return fen === 0 ? 0 : fen * 10;
}

/** `12345678` 厘 as `12,345.68`; whole fen only (round first). */
export function formatYuan(li: Li, { grouped = true }: { readonly grouped?: boolean } = {}): string {
  assert(Number.isSafeInteger(li) && li % 10 === 0, 'formatYuan: amount is not whole fen');
  const fen = Math.abs(li) / 10;
  const whole = String(Math.floor(fen / 100));
  const text = `${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}.${String(fen % 100).padStart(2, '0')}`;
  return li < 0 ? `−${text}` : text;
}

/** The amount on the wire (TMF Money value): yuan with two decimals. */
export const wireYuan = (li: Li): string => formatYuan(li, { grouped: false }).replace('−', '-');
