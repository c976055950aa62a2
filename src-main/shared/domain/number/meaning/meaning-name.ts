import { pinyin } from 'pinyin-pro';
import type { MeaningFacts } from './meaning-facts.ts';
import type { MeaningSource, MeaningText } from './meaning.ts';

/** Keys 2 to 9 of a phone with their letters. */
const KEYPAD: ReadonlyMap<string, string> = new Map(
  ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'].flatMap((letters, at) => [...letters].map((letter) => [letter, String(at + 2)] as const)));

const LEGAL_FORM = /(?:集团)?(?:股份|有限责任|有限|合作|合伙)*(?:公司|企业|合作社|事务所|中心|协会|学校|医院|集团|厂|店)(?:.{2,8}分公司|.{2,8}分店)?$/;
const PROVINCES = '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|中国';
const CITIES = '广州|深圳|成都|杭州|武汉|西安|苏州|南京|郑州|长沙|东莞|沈阳|青岛|合肥|佛山|宁波|昆明|福州|无锡|厦门|济南|大连|哈尔滨|长春|石家庄|太原|南昌|贵阳|南宁|海口|兰州|西宁|银川|乌鲁木齐|呼和浩特|拉萨|温州|泉州|常州|珠海|烟台|洛阳|三亚';
const PLACE = new RegExp(`^(?:(?:${PROVINCES})(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?)?(?:(?:${CITIES})市?|[\\p{Script=Han}]{2,4}?[市州盟])?(?:[\\p{Script=Han}]{2,3}?[区县旗])?`, 'u');

/** What a company calls itself: its name without place, brackets and legal form, at most eight characters. */
export function coreOfName(name: string): string {
  const plain = name.normalize('NFKC').replace(/\([^)]*\)|[^\p{Script=Han}]/gu, '').replace(LEGAL_FORM, '');
  const core = plain.replace(PLACE, '');
  return (core.length >= 2 ? core : plain).slice(0, 8);
}

/** The name's pinyin initials on a phone's keys (SFLL is 7355), and its syllables that sound like digits. */
export function nameSources(name: string, facts: MeaningFacts): readonly MeaningSource[] {
  const core = [...coreOfName(name)];
  if (core.length < 2) return [];
  const syllables = pinyin(core.join(''), { toneType: 'none', type: 'array' }).map((each) => each.toLowerCase().replaceAll('ü', 'v'));
  const sources: readonly MeaningSource[] = [
    { kind: 'name-initials', from: core.slice(0, 4).join(''), texts: initials(core, syllables) },
    { kind: 'name-homophones', from: core.join(''), texts: homophones(core, syllables, facts) },
  ];
  return sources.filter(({ texts }) => texts.length > 0);
}

function initials(core: readonly string[], syllables: readonly string[]): readonly MeaningText[] {
  return [4, 3].filter((length) => length <= core.length).flatMap((length) => {
    const letters = syllables.slice(0, length).map((each) => each[0] ?? '');
    const digits = letters.map((letter) => KEYPAD.get(letter) ?? '').join('');
    return digits.length < length ? [] : [{ digits, from: `${core.slice(0, length).join('')} ${letters.join('').toUpperCase()}`, fit: length === 4 ? 60 : 45 }];
  });
}

/** Each stretch of at least two syllables that all sound like a digit: 久发 is 98. */
function homophones(core: readonly string[], syllables: readonly string[], facts: MeaningFacts): readonly MeaningText[] {
  const digitOf = new Map(facts.syllables.flatMap(({ digit, syllables: sounds }) => sounds.map((sound) => [sound, digit] as const)));
  const texts: MeaningText[] = [];
  let digits = '';
  let from = '';
  for (let at = 0; at <= core.length; at += 1) {
    const digit = digitOf.get(syllables[at] ?? '');
    if (digit !== undefined) {
      digits += digit;
      from += core[at];
      continue;
    }
    if (digits.length >= 2) texts.push({ digits: digits.slice(0, 7), from, fit: 36 + 12 * digits.length });
    digits = '';
    from = '';
  }
  return texts;
}
