import { type CustomerDraft, emptyCustomer } from '#domain/applicant/customer.ts';
import { inventedCreditCode } from './sample-company.ts';

const PLACES = ['北京', '上海市', '浙江省杭州市', '示例市', '', '广东省深圳市南山区', '成都'];
const FIRST = [...'吉盛朔方久安明德华宇天润金泰鸿达瑞康永兴中科联合亚龙海川四维五洲七彩八方山东林源发财宝利'];
const TRADES = ['冷链物流', '餐饮管理', '医药连锁', '珠宝', '软件', '教育咨询', '电子商务', '家政服务', '旅行社', '汽车维修', '养老服务', '机械制造', '酒业', '建筑工程', '文化传媒'];
const ENDS = ['有限公司', '股份有限公司', '集团有限公司', '有限责任公司'];
const ROADS = ['望京东路', '冷库路', '解放大道', '科技园南区', '样本街'];

/** The same companies for the same seed: some tell all of themselves, some next to nothing. */
export function generatedCompanies(count: number, seed: number): readonly CustomerDraft[] {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const one = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const perhaps = (chance: number, text: () => string): string => (random() < chance ? text() : '');
  const digits = (length: number): string => Array.from({ length }, () => below(10)).join('');
  return Array.from({ length: count }, (_, at): CustomerDraft => {
    const trade = one(TRADES);
    return {
      ...emptyCustomer, name: `${one(PLACES)}${one(FIRST)}${one(FIRST)}${trade}${one(ENDS)}`, creditCode: perhaps(0.8, () => inventedCreditCode(at * 7919 + 1000)),
      phone: perhaps(0.7, () => `010-${one(['5', '6', '8'])}${digits(3)} ${digits(4)}`), handlerPhone: `139 ${digits(4)} ${digits(4)}`,
      address: `${one(ROADS)}${below(1500) + 1}号${perhaps(0.5, () => `${below(20) + 1}号楼${below(30) + 1}${digits(2)}室`)}`,
      foundedOn: perhaps(0.7, () => `${1980 + below(45)}-${String(below(12) + 1).padStart(2, '0')}-${String(below(28) + 1).padStart(2, '0')}`),
      stockCode: perhaps(0.1, () => `${one(['600', '000', '300'])}${digits(3)}`), purpose: '客户服务热线', businessScope: perhaps(0.6, () => `${trade}；货物进出口；技术咨询`),
    };
  });
}

/** mulberry32 */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
