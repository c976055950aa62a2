import { type Li, LI_PER_YUAN } from '#domain/money/money.ts';

/** Yuan as typed at the counter (`1,180`, `1180.5`, full-width digits too) in whole fen as 厘; null when it is no amount. Digits only, no floats. */
export function readAmount(text: string): Li | null {
  const plain = text.normalize('NFKC').replace(/^\s*¥|元\s*$|[\s,]/g, '');
  const parts = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!parts) return null;
  return Number(parts[1]) * LI_PER_YUAN + Number((parts[2] ?? '').padEnd(2, '0')) * (LI_PER_YUAN / 100);
}

/** An amount that may be less than nothing, as where more went back than came in: a leading minus, typed or as we write it. */
export function readNetAmount(text: string): Li | null {
  const plain = text.normalize('NFKC').trim();
  const isBack = /^[−-]/.test(plain);
  const li = readAmount(isBack ? plain.slice(1) : plain);
  return li === null || !isBack || li === 0 ? li : -li;
}
