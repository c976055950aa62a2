import type { ReversalKind, ReversalReason } from '#domain/till/reversal.ts';
import { formatYuan } from '#domain/money/money.ts';
import { isStranger, type TenderKind } from '#domain/till/tender.ts';
import type { LedgerRow } from '../../../store/tables/payment-rows.ts';
import { dayWords } from './days.ts';

/** What is said about money that came in, with the day on which it arrived. */
export type TenderedMoney = Pick<LedgerRow, 'tender' | 'tenderedLi' | 'changeLi' | 'reference'> & { readonly arrivedOn: string };

/** A payer who is not the customer is named together with whom the money is for, and why. */
export function payerWords({ payerName, payerNote }: Pick<LedgerRow, 'payerName' | 'payerNote'>, customer: string): string {
  const [payer, note] = [payerName.trim(), payerNote.trim()];
  return isStranger({ name: payer, customer }) ? `${payer}（代${customer}付${note === '' ? '' : `：${note}`}）` : customer;
}

/** How the money came in. */
export function tenderWords({ tender, tenderedLi, changeLi, reference, arrivedOn }: TenderedMoney): string {
  const slip = reference.trim();
  switch (tender) {
    case 'cash': return tenderedLi !== null && changeLi > 0 ? `现金，实收${formatYuan(tenderedLi)}，找零${formatYuan(changeLi)}` : '现金';
    case 'pos': return `刷卡，凭证号${slip}`;
    case 'wechat': return `微信支付，交易号${slip}`;
    case 'alipay': return `支付宝，交易号${slip}`;
    case 'transfer': return `对公转账，${dayWords(arrivedOn)}到账，流水号${slip}`;
    case 'collection': return `银行托收，${dayWords(arrivedOn)}到账，流水号${slip}`;
    default: throw new Error(`tenderWords: unknown tender ${String(tender satisfies never)}`);
  }
}

const ways: Readonly<Record<Exclude<TenderKind, 'cash'>, readonly [way: string, number: string]>> = {
  pos: ['刷卡', '凭证号'], wechat: ['微信支付', '交易号'], alipay: ['支付宝', '交易号'], transfer: ['对公转账', '流水号'], collection: ['银行托收', '流水号'],
};

/** How the money goes back: cash from the drawer, all else by the way it came (原路退回). */
export function wayBackWords(kind: ReversalKind, tender: TenderKind, reference: string): string {
  if (tender === 'cash') return '退还现金';
  const [way, number] = ways[tender];
  const slip = reference.trim();
  if (slip === '') return kind === 'void' ? `撤销${way}到账确认` : `原路退回：${way}`;
  return `原路退回：${way}${kind === 'void' ? '撤销' : '退款'}，${number}${slip}`;
}

const reasons: Readonly<Record<ReversalReason, string>> = {
  'wrong-amount': '金额收错', 'wrong-tender': '收款方式记错', 'wrong-case': '记错受理单', 'customer-left': '客户不办了', 'activation-rejected': '运营商没有受理', 'order-cancelled': '已撤单', 'paid-twice': '重复付款',
  'plan-cheaper': '改了套餐，应付减少', 'not-coming': '款项不会到账', other: '其他',
};

/** Why, with what the clerk wrote beside it. */
export const reasonWords = (reason: ReversalReason, note: string): string => (note.trim() === '' ? reasons[reason] : reason === 'other' ? note.trim() : `${reasons[reason]}：${note.trim()}`);
