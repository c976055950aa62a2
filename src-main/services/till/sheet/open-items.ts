import type { ShiftView } from '#contract/till.ts';
import { formatYuan } from '#domain/money/money.ts';
import { sheetDayOf, shortNo } from './sheet-words.ts';

/** What is open when the shift is closed, in one sentence each. */
export function sheetOpenItems(view: Pick<ShiftView, 'facts' | 'openedAt'>): readonly string[] {
  const { facts } = view;
  const { firstReceipt, lastReceipt } = facts;
  const day = sheetDayOf(view);
  const numbers = firstReceipt === null || lastReceipt === null ? '没有开收据' : `收据${shortNo(firstReceipt, day)}至${shortNo(lastReceipt, day)}，共${facts.receipts}张${facts.gapless ? '，连号' : '，有缺号或重号'}`;
  return [
    numbers, `作废${facts.voids}张，退款${facts.refunds}笔，重打${facts.reprints}次`, `待到账${formatYuan(facts.awaitedLi)}元`,
    `待发${facts.unsent}条${facts.parked === 0 ? '' : `，停下${facts.parked}条`}`, `待审批${facts.approvalsOpen}件`,
  ];
}
