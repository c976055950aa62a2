import type { FailureCode } from '#contract/failures.ts';
import { fact, type Say, say } from './failure-words.ts';
import { amount } from './formats.ts';

const kept = '账没有变。';

/** ` 120.00 元` when the fact is there. */
const li = (facts: Readonly<Record<string, string | number>>, key: string): string => (typeof facts[key] === 'number' ? ` ${amount(facts[key])} 元` : '');

/** Prepayment, money that goes back, and the drawer. */
export const moneyFailures = {
  'nothing-due': say('没有要收的钱', '直接去下一项。', '没有入账。'),
  'over-payment': (facts) => ({ title: `比还差的多${li(facts, 'overLi') || '了'}`, safe: '没有入账。', next: '改成还差的数；现金多给的找零，转账多给的退回付款人。' }),
  'under-payment': say('现金不够', '核对收到的数。', '没有入账。'),
  'reference-needed': say('要写流水号', '写 POS 或转账的流水号。', '没有入账。'),
  'payment-not-found': say('没有这笔款', '刷新看看。', '账没有变。'),
  'already-arrived': say('这笔已经确认到账', '不用再确认。', '账没有变。'),
  'arrival-in-future': say('到账日期在今天之后', '改成实际到账的日子。', '账没有变。'),
  'agreement-not-signed': say('协议还没签，不能收款', '先签协议。', '没有入账。'),
  'payer-note-needed': say('付款人不是开户单位', '写清为什么由别人付，会印在收据上。', '没有入账。'),
  'receipts-used-up': say('今天的收据号用完了', '这台一天 9999 号，到别的台席收，或明天再收。', '没有入账。'),
  'reversal-over': (facts) => ({ title: `超过这笔还能退的${li(facts, 'leftLi')}`, safe: kept, next: '改成还能退的数。' }),
  'reversal-not-open': say('这一单现在不能退款', '已交运营商的单要先撤单或等运营商答复，钱才能退。', kept),
  'void-not-same-shift': say('不是这个班收的，不能作废', '改成退款，钱从现在的班出。', kept),
  'note-needed': say('要写说明', '写一句为什么。', kept),
  'supervisor-needed': say('要班长或主任在旁授权', '请另一位班长输入工号和密码。', kept),
  'shift-not-open': say('还没开班，不能收款退款', '先开班，点清备用金。', kept),
  'shift-of-another': (facts) => ({ title: `这台电脑上是${fact(facts, 'staffName', ' ', ' ') || '别人'}的班`, safe: kept, next: '请当班的人交班，或由班长代为结班，再开自己的班。' }),
  'shift-too-old': say('这个班开得太久了', '先点钞结班，再开新的班。', kept),
  'shifts-used-up': say('本台今天的班号用完了', '明天再开，或换一台收款。', kept),
  'shift-already-open': say('已经有一个班开着', '先结掉开着的班。', kept),
  'shift-not-found': say('没有这个班', '刷新看看。', kept),
  'shift-closed': say('这个班已经结了', '迟到的账会另列，班不再改。', kept),
  'shift-not-counted': say('还没点钞', '先点钞，再看差额和结班。', kept),
  'mismatch-unexplained': say('还有对不上的没说明', '逐条说明后再结班。', kept),
  'mismatch-not-found': say('这条已经对上了', '刷新看看还剩哪些。', kept),
  'deposit-over-cash': say('缴存的比点到的现金多', '改成不超过点到的现金。', kept),
} as const satisfies Partial<Record<FailureCode, Say>>;
