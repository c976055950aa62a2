import type { GradeReason } from '#domain/number/grade/grade-number.ts';
import { formatNumber } from '#domain/number/number.ts';
import { gradeName } from './formats.ts';

/** Chip words: 一级 … 普通. */
export const gradeChip = (grade: number): string => (grade === 9 ? '普通' : `${'〇一二三四五六'[grade] ?? grade}级`);

/** What the winning rule saw, in a clerk's words: `8899 连对（AABB）`; the rule's name is the hall's own. */
export function ruleText(reason: GradeReason): string {
  if (reason.code === 'ordinary') return '没有套用靓号规则';
  const shape = reason.code === 'shape' ? `（${reason.shape}）` : '';
  const lowered = reason.lowered === '' ? '' : `，带 ${[...reason.lowered].join('、')} 降级`;
  return `${reason.seen} ${reason.name}${shape}${lowered}`;
}

/** The places (of ten) that made the grade, so that the grid can set them in bold: from, and one past the last; none for an ordinary number. */
export const boldPlaces = (reason: GradeReason): readonly [from: number, to: number] =>
  reason.code === 'ordinary' ? [10, 10] : [3 + reason.at, 3 + reason.at + reason.seen.length];

export const termText = (months: number): string => (months === 0 ? '不限' : `${months} 个月`);

/** The case's number came in for the first choice by itself. */
export const replacedText = ({ digits, rank }: { readonly digits: string; readonly rank: number }): string => `${formatNumber(digits)} 被别的厅先占，已换成备选 ${rank}`;

/** The same where a line is short. */
export const replacedShort = (rank: number | string): string => `首选被占，已换备选 ${rank}`;

/** Said before the clerk commits to a special number. */
export const specialWarning = (grade: number): string => `${gradeName(grade)}：班长审批，7 个工作日`;

export const numberText = {
  placeholder: '输号码或条件，如 8899、AABB、不含4', query: '号码条件', unit: '个可选', elapsed: (ms: number) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} 毫秒`,
  help: '尾8899　含88　不含4　4006??AABB：? 任意一位，字母相同数字相同；几个条件用空格隔开',
  columns: { number: '号码', grade: '级别', minimum: '标准月低消（元）', floor: '其他套餐底线', prepay: '预存（元）', term: '在网', state: '状态' },
  all: '全部', grades: '级别',
  free: '可选', own: '本单占号', taken: '刚被占', provisional: '暂定', lost: '被别的厅先占', expired: '占号过期',
  keys: { hold: '占这个号', goOn: '下一件能办的' },
  chooseFirst: '先找号或移到一个号', chooseOther: '这个号没有了，换一个', readFirst: '先改好条件', holdUntil: (end: string) => `占号到 ${end}`, extend: '续占', release: '放号', fallbacks: '备选', noNumber: '还没选号',
  holdThis: (number: string) => `占 ${number}`, pickThis: (number: string) => `暂定 ${number}`,
  goOn: '号码已占，办下一件', changeTo: (number: string) => `换成 ${number}`,
  takenTitle: (number: string, here: boolean) => (here ? `${number} 本机另一单占着` : `${number} 刚被占`), takenText: (own: boolean, offers: number) => `${own ? '其他填的都在。' : '本单没有变。'}${offers > 0 ? '同样样式还有：' : '换个条件再找。'}`,
  rank: (place: number) => (place === 0 ? '首选' : `备选 ${place}`),
  empty: '没有可选的号', emptySafe: '本单没有变。', emptyNext: '去掉一个条件，或把级别改成全部，再看一次。',
  poolMissing: '号码库还没下载', poolMissingNext: '联网后会自动下载，约 1 分钟；先办别的任务不耽误。',
  poolAge: (when: string) => `号码库更新于 ${when}`, poolOld: (when: string) => `号码库 ${when} 后没更新，可能有变`, poolNever: '号码库没有同步过',
  clear: '清掉条件',
  releaseTextFor: (number: string) => `新号到手后才放掉 ${number}，放掉后别的厅马上可以占；套餐、协议和审批要跟着新号码重新核对。`,
  releaseTitle: '放掉这个号？',
} as const;
