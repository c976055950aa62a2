import type { FailureCode } from '#contract/failures.ts';
import { type Say, say } from './failure-words.ts';

/** Prepayment. */
export const moneyFailures = {
  'nothing-due': say('没有要收的钱', '直接去下一项。', '没有入账。'),
  'over-payment': say('收多了，超过应收', '改成应收的数，多给的找零。', '没有入账。'),
  'under-payment': say('现金不够', '核对收到的数。', '没有入账。'),
  'reference-needed': say('要写流水号', '写 POS 或转账的流水号。', '没有入账。'),
  'payment-not-found': say('没有这笔款', '刷新看看。', '账没有变。'),
  'already-arrived': say('这笔已经确认到账', '不用再确认。', '账没有变。'),
  'arrival-in-future': say('到账日期在今天之后', '改成实际到账的日子。', '账没有变。'),
  'agreement-not-signed': say('协议还没签，不能收款', '先签协议。', '没有入账。'),
} as const satisfies Partial<Record<FailureCode, Say>>;
