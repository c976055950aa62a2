import { assert } from '../assert.ts';
import { type Li, formatYuan } from './money.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;

/** Largest amount that has a form here: below ten thousand 万亿 yuan and exact in 厘. */
const LIMIT: Li = 9_007_199_254_740_990;

/**
 * The amount in Chinese capitals as cheques and receipts ask for it (正确填写票据和结算凭证的基本规定):
 * 整 after whole yuan or whole 角, 零 for skipped places, 人民币 in front. Whole fen only; credits are refused.
 */
export function chineseCapitals(li: Li): string {
  assert(Number.isSafeInteger(li) && li >= 0 && li <= LIMIT, 'chineseCapitals: amount out of range');
  const [whole = '0', fraction = '00'] = formatYuan(li, { grouped: false }).split('.');
  const [jiao, fen] = [Number(fraction[0]), Number(fraction[1])];
  const yuan = integerCapitals(whole);
  if (jiao === 0 && fen === 0) return `人民币${yuan === '' ? '零' : yuan}元整`;
  const yuanPart = yuan === '' ? '' : `${yuan}元`;
  const jiaoPart = jiao > 0 ? `${digit(jiao)}角` : yuan === '' ? '' : '零';
  return `人民币${yuanPart}${jiaoPart}${fen > 0 ? `${digit(fen)}分` : '整'}`;
}

const digit = (value: number): string => DIGITS.charAt(value);

function integerCapitals(whole: string): string {
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 4) groups.unshift(whole.slice(Math.max(0, end - 4), end));
  let text = '';
  let skipped = false;
  groups.forEach((group, i) => {
    const value = Number(group);
    if (value === 0) {
      skipped = text !== '';
      return;
    }
    // A place left out between two groups is read 零 once.
    if (text !== '' && (skipped || value < 1000)) text += '零';
    text += groupCapitals(value) + (GROUPS[groups.length - 1 - i] ?? '');
    skipped = false;
  });
  return text;
}

function groupCapitals(value: number): string {
  let text = '';
  let zero = false;
  for (let place = 3; place >= 0; place--) {
    const figure = Math.floor(value / 10 ** place) % 10;
    if (figure === 0) {
      zero = text !== '';
      continue;
    }
    text += (zero ? '零' : '') + digit(figure) + PLACES[place as 0 | 1 | 2 | 3];
    zero = false;
  }
  return text;
}
