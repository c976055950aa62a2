import type { AgreementPaper, AgreementSummary } from '#domain/agreement/agreement-paper.ts';
import { formatNumber } from '#domain/number/number.ts';
import { yuanWords } from '../wording/amounts.ts';
import { dateWords } from '../wording/days.ts';
import { factWords } from '../wording/fact-words.ts';

type ReadOut = AgreementPaper['readOut'];
type Facts = Pick<AgreementPaper, 'number' | 'due' | 'summary' | 'dueToday'> & { readonly purpose: string; readonly recording: boolean };

/** What is read out and ticked one by one before the signature, each from the facts of the first page. */
export function agreementReadOut({ number, due, summary, dueToday, purpose, recording }: Facts): ReadOut {
  return [
    { item: '号码与套餐', content: numberWords(number, summary) },
    { item: '资费', content: `${factWords(summary.rate)}；每月固定费用${feeWords(summary)}` },
    { item: '月最低消费', content: factWords(summary.monthlyMinimum) },
    { item: '承诺与期限', content: `承诺消费${summary.commitment.value}；期限${summary.term.value}` },
    { item: '提前终止', content: factWords(summary.earlyExit) },
    { item: '今日应付', content: dueTodayWords(dueToday) },
    { item: due.expected ? '预计开通' : '最迟开通', content: dueWords(due) },
    { item: '主叫付费', content: '拨打不是免费的，主叫按自己电话的本地通话费付钱' },
    { item: '实名与用途', content: `资料真实；用于${purpose}；不转租转借` },
    ...(recording ? [{ item: '录音告知', content: '通话开始时由贵单位告知对方正在录音' }] : []),
  ];
}

const feeWords = ({ monthlyFee }: AgreementSummary): string => monthlyFee.value;

function numberWords({ digits, special, grade, provisional }: AgreementPaper['number'], { plan }: AgreementSummary): string {
  const kind = special ? `特殊号码${grade}级` : '普通号码';
  return `${formatNumber(digits)}，${kind}${provisional ? `，待确认${fallbackWords(provisional.fallbacks)}` : ''}；${plan.value}`;
}

const fallbackWords = (fallbacks: readonly string[]): string => (fallbacks.length === 0 ? '，没有备选' : `，备选${fallbacks.map(formatNumber).join('、')}`);

const dueTodayWords = ({ total, parts }: AgreementPaper['dueToday']): string =>
  total === 0 ? '无' : `${yuanWords(total)}，其中${parts.map(({ label, amount }) => `${label}${yuanWords(amount)}`).join('、')}`;

const dueWords = ({ date, workingDays, startsWith, reason }: AgreementPaper['due']): string =>
  `${dateWords(date)}（${startsWith === 'payment' ? '收款' : '资料齐全'}后第${workingDays}个工作日${reason === '' ? '' : `；${reason}`}）`;
