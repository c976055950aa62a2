import type { PaymentRow } from '#contract/payments.ts';
import type { ReversalKind, ReversalReason } from '#domain/till/reversal.ts';
import { tenderKinds } from '#domain/till/tender.ts';
import type { QuoteItem } from '#domain/tariff/quote.ts';
import { amount } from './formats.ts';
import { quoteItem } from './plan.ts';

export type Tender = PaymentRow['tender'];

/** In the order of `Ctrl+1…6`. */
export const tenders: readonly Tender[] = tenderKinds;
export const tenderName: Readonly<Record<Tender, string>> = { cash: '现金', pos: '刷卡', wechat: '微信', alipay: '支付宝', transfer: '对公转账', collection: '托收' };

/** The primary says what will be booked. */
export const takeLabel = (tender: Tender, li: number): string => ({
  cash: `收现金 ${amount(li)}，入账`, pos: `刷卡 ${amount(li)}，入账`, wechat: `收微信 ${amount(li)}，入账`, alipay: `收支付宝 ${amount(li)}，入账`, transfer: `记转账 ${amount(li)}，待到账`, collection: `记托收 ${amount(li)}，待到账`,
}[tender]);

/** As short as a chip: 转账 is the company's transfer. */
export const tenderShort: Readonly<Record<Tender, string>> = { ...tenderName, transfer: '转账' };

/** What proves a payment that is not cash. */
export const referenceLabel: Readonly<Record<Exclude<Tender, 'cash'>, string>> = {
  pos: 'POS 凭证号', wechat: '微信交易单号', alipay: '支付宝交易号', transfer: '银行流水号（可到账时补）', collection: '银行流水号（可到账时补）',
};

export const reversalName: Readonly<Record<ReversalKind, string>> = { void: '作废', refund: '退款', withdraw: '撤回' };
export const reversalPaper = (kind: ReversalKind): string => `${reversalName[kind]}单`;
export const reversalReason: Readonly<Record<ReversalReason, string>> = {
  'wrong-amount': '金额收错', 'wrong-tender': '收款方式记错', 'wrong-case': '记错了单', 'customer-left': '客户不办了', 'activation-rejected': '开通没受理', 'order-cancelled': '已撤单',
  'paid-twice': '重复付款', 'plan-cheaper': '改了便宜的套餐', 'not-coming': '不会到账', other: '其他',
};
/** Why money should go back today. */
export const refundWhy = { 'activation-rejected': '开通没受理', 'order-cancelled': '已撤单', 'plan-cheaper': '收的比应收多' } as const;

/** What the carrier has of a payment that is in. */
export const carrierWord: Readonly<Record<PaymentRow['carrier'], string>> = { 'not-sent': '', waiting: '待发运营商', accepted: '运营商已入账', parked: '运营商没收，看待发' };

/** `开通费`; a line main names newly is shown by its own name. */
export const dueName = (line: { readonly code: string; readonly name: string }): string => quoteItem[line.code as QuoteItem] ?? line.name;

export const paymentText = {
  due: '应收', total: '合计', taken: '收款', none: '还没收', payerSame: '付款人同单位', booked: '已入账', awaited: '待到账', arrivedOn: (day: string) => `${day} 到账`, by: (no: string) => `${no} 收`,
  paid: (given: string, change: string) => `收 ${given}，找 ${change}`, exact: '正好', paidBy: (name: string, why: string) => `${name} 付${why ? `（${why}）` : ''}`, reference: (text: string) => `凭证 ${text}`, confirm: '确认到账',
  tender: '收款方式', open: '还差', now: '本次收', given: '收到现金', givenExact: (text: string) => `正好 ${text}`, change: '找零', payer: '付款人',
  payerNote: '为什么由他付（印在收据上）', payerNoteHint: '如：母公司代付、法人代垫',
  wrong: { amount: '写成 1180 或 1180.50', over: (open: string) => `超过还差的 ${open}`, short: (short: string) => `还不够，差 ${short}`, reference: '要写凭证号', payer: '要写付款人', payerNote: '付款人不是本单位，要写原因' },
  settled: { title: '预存收齐了', safe: '每笔都已入账，收据可以随时再打。', next: '' }, nothingDue: { title: '这单不收预存', next: '普通号、后付费的套餐不收。直接办下一件。' },
  waiting: { title: '钱在路上，等到账', next: '到账后点「确认到账」，期限从银行到账日起算。' }, notSigned: { title: '协议签后才能收款', next: '先办 4 协议。', go: '去签协议' }, closed: '现在不能收款：已提交、挂起着，或在同事手上。',
  foot: '入账后不能改；先入账，后打印。', goOn: '预存收齐，办下一件', goOnDue: '不收预存，办下一件', goOnWaiting: '先办下一件',
  receipts: '收据', voided: '已退', noReceipt: '收到钱就开收据；转账和托收等到账后开。', facts: ['先入账，后打印', '收据不是发票，发票另开', '再打一份会印「副本」并计数'], print: '打收据', again: '再打副本', printed: (n: number) => `第 ${n} 次`,
  promise: '开通期限', pay: { today: '今天收齐', now: '现在收齐', after: (cutOff: string) => `${cutOff} 以后收齐` }, submit: { today: '今天提交', now: '现在提交', after: (cutOff: string) => `${cutOff} 以后提交` }, paidAt: (at: string) => `${at} 已收齐`, before: (day: string) => `${day} 前开通`, afterSubmit: '提交开通时给出', provisional: '节假日安排没公布，暂定',
  arrival: { title: '确认到账', day: '银行到账日', reference: '银行流水号', wrongDay: '写成 2026-11-24，不能晚于今天', hint: '期限从到账日起算，收据现在就开。', done: (li: string) => `确认 ${li} 到账，开收据` },
  reprint: { title: '再打一份收据', reason: '再打的原因', hint: (n: number) => `这份打过 ${n} 次，这次印上「副本」和次数。`, done: '再打一份' },
  authorised: (no: string) => `${no} 授权`,
  refundDue: (why: string) => `${why}，今天退`, refundOpen: '退款',
  shift: {
    title: '开班才能收款', float: '备用金（点好放进抽屉的）', open: (li: string) => `开班，备用金 ${li}`, hint: '本台一个班一个人收钱；下班到收银点款、日结。', bad: '写成 500 或 500.00',
    'of-another': (name: string) => `${name} 的班还没结，本台先结那个班`, 'too-old': '你的班开得太久了，先日结再收款', go: '去收银',
  },
  reverse: {
    title: '退款、作废', which: '哪一笔', kind: '怎么退', whole: '整笔作废，收据号留着，另开作废单。', part: '从现在的班出钱，原路退回，另开退款单。', gone: '没有到账的转账不再等，不开单。',
    amount: '退多少', left: (li: string) => `最多 ${li}`, reason: '原因', note: '说明', noteNeeded: '选「其他」要写说明', reference: '退款凭证号', referenceNeeded: '要写退款凭证号', over: (li: string) => `超过还能退的 ${li}`,
    beside: '班长在旁边签', besideHint: '班长用自己的工号和密码；经手人自己不能签。', staffNo: '班长工号', password: '密码', done: (what: string, li: string) => `${what} ${li}`,
  },
  keys: { reverse: '退款作废', tender: '选方式', take: '收款入账', next: '下一件能办的', fill: '填金额', print: '打收据' },
} as const;
