/** How each presenter calls a line, written down for the test: reading uses no words of the product's code. */
const addOns = {
  'ring-back': { screen: '彩铃', bill: '彩铃', paper: { yearly: '彩铃功能费', once: '彩铃制作费' } },
  'recording-monthly': { screen: '来电录音（月付）', bill: '录音月付', paper: { monthly: '来电录音（月付）' } },
  'recording-yearly': { screen: '来电录音（年付）', bill: '录音年付', paper: { yearly: '来电录音（年付）' } },
  'extra-phone': { screen: '增加电话', bill: '加电话', paper: { monthly: '增加电话' } },
  seat: { screen: '增加座席', bill: '加座席', paper: { monthly: '增加座席' } },
  'ivr-recording': { screen: 'IVR录制', bill: 'IVR录制', paper: { once: 'IVR录制' } },
} as const;

type Named = { readonly screen: string; readonly bill: string; readonly paper: Readonly<Partial<Record<'monthly' | 'yearly' | 'once', string>>> };
const listed = Object.entries(addOns) as readonly (readonly [string, Named])[];

export const addOnLine = (addOnId: string, when: string): string => `add-on ${addOnId} ${when}`;

const screen: Readonly<Record<string, string>> = {
  开通费: 'opening-fee', 预存: 'prepayment', 赠款: 'bonus', 功能费: 'function-fee', 月费: 'monthly-fee', 月低消: 'monthly-minimum', 承诺消费: 'commitment',
};
export const whenOnScreen: Readonly<Record<string, string>> = { 签约时: 'now', 每月: 'monthly', 每年: 'yearly', 一次: 'once' };

const paper: Readonly<Record<string, string>> = {
  开户费: 'opening-fee', 预存款: 'prepayment', 赠款: 'bonus', 月功能费: 'function-fee', 套餐月费: 'monthly-fee', 月最低消费: 'monthly-minimum', 承诺消费: 'commitment',
};

export const lineOnScreen = (name: string, when: string): string => screen[name] ?? addOnBy(({ screen: own }) => own === name, when, name);
export const lineOnPaper = (name: string): string => {
  const found = listed.flatMap(([id, { paper: names }]) => Object.entries(names).filter(([, own]) => own === name).map(([when]) => addOnLine(id, when)));
  return paper[name] ?? found[0] ?? missing(name);
};
export const addOnOfBill = (name: string): string | null => listed.find(([, { bill }]) => bill === name)?.[0] ?? null;
export const paperNamesOfAddOns: readonly (readonly [string, string])[] = listed.flatMap(([id, { paper: names }]) => Object.entries(names).map(([when, name]) => [name, addOnLine(id, when)] as const));

function addOnBy(is: (named: Named) => boolean, when: string, name: string): string {
  const found = listed.find(([, named]) => is(named));
  return found ? addOnLine(found[0], when) : missing(name);
}

function missing(name: string): never {
  throw new Error(`a line called ${JSON.stringify(name)}`);
}

export const rateOnScreen: Readonly<Record<string, string>> = { 所有来电: 'any', 本地: 'local', 手机: 'mobile', 固话: 'fixed', 超出后: 'after-included', 含的分钟外: 'after-included' };
export const rateOnPaper: Readonly<Record<string, string>> = { 'RATE-ANY': 'any', 'RATE-LOCAL': 'local', 'RATE-MOBILE': 'mobile', 'RATE-FIXED': 'fixed', 'RATE-AFTER-INCLUDED': 'after-included' };
