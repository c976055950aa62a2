import type { Meaning, MeaningKind } from '#domain/number/meaning/meaning.ts';
import type { NumberWarning } from '#domain/number/meaning/number-warnings.ts';

/** Where a suggestion comes from, as the chip says it. */
export const meaningSource: Readonly<Record<MeaningKind, string>> = {
  'founded-year': '成立年', 'registered-date': '注册日', 'door-number': '门牌', 'landline-tail': '座机尾号', 'stock-code': '股票代码',
  'licence-digits': '执照号', 'name-initials': '名称首字母', 'name-homophones': '谐音', rhyme: '口诀', 'known-meaning': '熟数',
};

/** One line that says why the number suits this customer. */
export function meaningText({ kind, digits, at, from }: Meaning): string {
  const where = at + digits.length === 10 ? '尾号' : at === 3 ? '400 后' : '中间';
  switch (kind) {
    case 'founded-year': return `${where} ${digits}，成立于 ${from}`;
    case 'registered-date': return `${where} ${digits}，注册日 ${from}`;
    case 'door-number': return `${where} ${digits}，门牌 ${from}`;
    case 'landline-tail': return at + digits.length === 10 ? `尾号同座机 ${from}` : `${where} ${digits}，同座机 ${from}`;
    case 'stock-code': return `${where} ${digits}，股票代码 ${from}`;
    case 'licence-digits': return `${where} ${digits}，执照号里的 ${from}`;
    case 'name-initials': return `${where} ${digits}，按键拼出 ${from}`;
    case 'name-homophones': return `${where} ${digits}，读着像「${from}」`;
    case 'rhyme': return `${where} ${digits}，口诀「${from}」`;
    case 'known-meaning': return `${where} ${digits}，${from}`;
  }
}

/** Advice before the number is chosen; never a refusal. */
export function numberAdvice({ code, digits, like }: NumberWarning): string {
  switch (code) {
    case 'confusable': return `${digits} 容易当成${like}`;
    case 'unlucky': return `${digits} 听着像「${like}」`;
    case 'hard-to-say': return `${like} 个连着的 ${digits[0]}，报号容易数错`;
  }
}
