import type { MismatchView, ShiftView, TillEntry } from '#contract/till.ts';
import type { EntryKind, MismatchCode } from '#domain/till/match-three-ways.ts';
import { amount, clockWords, shortMoment } from './formats.ts';

/** `100 元`, `5 角`, `1 分`. */
export const faceName = (fen: number): string => (fen >= 100 ? `${fen / 100} 元` : fen >= 10 ? `${fen / 10} 角` : `${fen} 分`);

const entryName: Readonly<Record<EntryKind, string>> = { payment: '收款', void: '作废', refund: '退款' };

/** What a mismatch is, in a clerk's words; `li` is signed: drawer or carrier less ledger. */
export const mismatchName: Readonly<Record<MismatchCode, (li: number) => string>> = {
  'float-differs': (li) => `备用金比上个班留的${li > 0 ? '多' : '少'} ${amount(Math.abs(li))}`,
  'slip-differs': (li) => `小票${li > 0 ? '多' : '少'} ${amount(Math.abs(li))}`,
  'count-differs': (li) => `点得${li > 0 ? '多' : '少'} ${amount(Math.abs(li))}`,
  'case-differs': (li) => `单上记的差 ${amount(Math.abs(li))}`,
  'case-missing': () => '单上没有这笔',
  'ledger-missing': () => '单上有，流水里没有',
  'carrier-waiting': () => '还在待发，运营商没有',
  'carrier-parked': () => '运营商没收下',
  'carrier-missing': () => '运营商查不到',
  'carrier-differs': (li) => `运营商${li > 0 ? '多' : '少'} ${amount(Math.abs(li))}`,
  'carrier-unknown': () => '运营商有，本机没有',
  'refund-owed': () => '单已结束，钱没退',
  'receipt-gap': () => '收据号缺号',
  'receipt-twice': () => '收据号重号',
};

/** Cash has no slips: counted again, or told. */
export const nextOf = ({ code, tender }: Pick<MismatchView, 'code' | 'tender'>): string => (code === 'count-differs' && tender === 'cash' ? '再点一次；还不对，写明' : mismatchNext[code]);

/** What to do about it. */
const mismatchNext: Readonly<Record<MismatchCode, string>> = {
  'float-differs': '请班长查两个班之间的抽屉，写明', 'slip-differs': '与客户补收或退款，写明', 'count-differs': '再点一次；是某张小票的，记下小票数', 'case-differs': '请班长看单，写明', 'case-missing': '请班长看单，写明', 'ledger-missing': '请班长看单，写明',
  'carrier-waiting': '联网后自动入账，记为在途', 'carrier-parked': '到待发处理，或写明', 'carrier-missing': '按 F5 再问，或写明', 'carrier-differs': '与运营商核对，写明', 'carrier-unknown': '与运营商核对，写明',
  'refund-owed': '开单退款，或写明何时退', 'receipt-gap': '请班长查，写明', 'receipt-twice': '请班长查，写明',
};

/** What it was, its number and its second. */
export const entryWords = (entry: TillEntry): string => `${entryName[entry.kind]} ${entry.receiptNo}　${clockWords(entry.at)}`;

/** What was said about a mismatch, and by whom; null while nobody did. */
export const explainedWords = ({ explained }: MismatchView): { readonly said: string; readonly who: string } | null =>
  (explained === null ? null : { said: [explained.action === 'in-transit' ? tillText.inTransit : '', explained.note].filter(Boolean).join('，'), who: `${explained.authorisedBy ? `${explained.authorisedBy} 签` : explained.by}，${clockWords(explained.at)}` });

/** Mismatches that wait for a word; what a count is off by is settled at the close, by its note and supervisor. */
export const toExplain = ({ mismatches }: ShiftView): readonly MismatchView[] => mismatches.filter(({ code, explained }) => explained === null && code !== 'count-differs');

/** Why the shift cannot be closed yet, or that it can. */
export function closeNote(shift: ShiftView): string {
  const [first] = shift.blockers;
  if (shift.state === 'closed') return [`${shortMoment(shift.closedAt ?? shift.openedAt)} ${shift.closedBy ?? ''} 已日结`, shift.authorisedBy ? tillText.deposit.signed(shift.authorisedBy) : '', shift.note].filter(Boolean).join('，');
  if (first === 'not-counted') return '先点款：点完才显示应有多少。';
  const open = toExplain(shift).length;
  if (first === 'unexplained') return `还不能日结：${open} 处对不上，逐条写说明。`;
  return first === 'supervisor' ? '差额超过允许数，要班长签。' : '三方都说清了，可以日结。';
}

/** The facts under the tables. */
export function shiftFacts({ facts }: ShiftView): readonly { readonly text: string; readonly tone: 'success' | 'warning' | 'error' | 'quiet' }[] {
  const receipts = facts.receipts === 0 ? '没开收据' : `收据 ${facts.receipts} 张${facts.gapless ? '连号' : '不连号'}`;
  return [
    { text: `${receipts}${facts.voids > 0 ? `，作废 ${facts.voids}` : ''}${facts.refunds > 0 ? `，退款 ${facts.refunds}` : ''}`, tone: facts.gapless ? 'success' : 'error' },
    { text: facts.unsent + facts.parked === 0 ? '都发给运营商了' : `${facts.unsent} 条待发${facts.parked > 0 ? `，${facts.parked} 条要处理` : ''}`, tone: facts.parked > 0 ? 'error' : facts.unsent > 0 ? 'warning' : 'success' },
    ...(facts.awaitedLi > 0 ? [{ text: `待到账 ${amount(facts.awaitedLi)}`, tone: 'warning' as const }] : []),
    { text: facts.approvalsOpen === 0 ? '没有待批' : `待批 ${facts.approvalsOpen} 单`, tone: facts.approvalsOpen === 0 ? 'success' : 'quiet' },
    ...(facts.reprints > 0 ? [{ text: `重打 ${facts.reprints} 张`, tone: 'quiet' as const }] : []),
  ];
}

/** What a line of the three-way table says at its end; `counted` names what was counted of it: drawer, slips, or both. */
export function methodResult(counted: '抽屉' | '单据' | '点得', li: { readonly drawerLi: number; readonly casesLi: number; readonly carrierLi: number }): { readonly ok: boolean; readonly text: string } {
  const drawer = li.drawerLi - li.casesLi;
  const carrier = li.carrierLi - li.casesLi;
  if (drawer === 0 && carrier === 0) return { ok: true, text: '三方一致' };
  const say = (who: string, diff: number): string => (diff === 0 ? '' : `${who}${diff > 0 ? '多' : '少'} ${amount(Math.abs(diff))}`);
  return { ok: false, text: [say(counted, drawer), say('运营商', carrier)].filter(Boolean).join('，') };
}

export const tillText = {
  title: '日结', none: '本台没有开着的班', desk: (no: number) => `${no} 号台席`, opened: (at: string, float: string) => `开班 ${at}，备用金 ${float}`,
  states: { open: '没点款', counted: '已点款', closed: '已日结' }, mismatched: (n: number) => `${n} 处对不上`, agreed: '三方一致', settled: '都写了说明', differing: '点款有差额', of: (name: string) => `${name} 的班`,
  columns: { method: '方式', drawer: '抽屉和单据', cases: '受理单', carrier: '运营商入账', result: '结果', total: '合计', li: '差额', company: '单位', why: '原因', next: '怎么办' },
  blind: { title: '先点款，再看账', text: (n: number) => `这个班有 ${n} 笔。按抽屉里的钱和手里的单据点，点完才显示应有多少。` },
  listTitle: '对不上的', listHint: '按单列出', allAgree: '没有对不上的', allAgreeNext: '现金、单据、受理单和运营商的账都一致。',
  late: '结账后补入', lateHint: '到账在结账以后，记在这个班，不改日结单', carriedIn: '以前的班，今天补入',
  count: { title: '点现金', pieces: '张数', li: '金额', loose: '角和分', others: '单据合计', got: '点得', expected: '应有', cash: '现金', level: '平', over: (li: string) => `多 ${li}`, short: (li: string) => `少 ${li}`, attempt: (n: number) => `第 ${n} 次点`, done: '点好了', again: '再点一次', keep: '不点了，用原来的', floatIn: (li: string) => `含备用金 ${li}`, stale: '点完以后又有收付，要再点一次', bad: '写成 380.00' },
  slips: { title: (tender: string) => `${tender}小票`, hint: '小票上的数和账上不同的，改成小票上的数；相同的不动。', slip: '小票', done: '记下，重新核对' },
  explain: { title: '写说明', note: '说明', noteNeeded: '要写清楚原因和怎么处理', transit: (n: number) => (n > 1 ? `${n} 笔都记为在途：联网后自动入账` : '记为在途：联网后自动入账'), plain: '说明情况', beside: '班长在旁边签', staffNo: '班长工号', password: '密码', done: '记下' },
  close: {
    title: '日结', deposit: '解款（存保险柜）', depositBad: '不能超过点得的现金', bag: '封包号', left: (li: string) => `留在抽屉 ${li}，作下个班的备用金`, note: '交班说明', noteNeeded: '有差额，要写一句说明', done: '日结', besideWhy: { of: '别人的班，要班长签', difference: '差额超过允许数，要班长签' },
  },
  deposit: { li: '解款', bag: (no: string) => `封包 ${no}`, left: '留在抽屉', signed: (name: string) => `${name} 签` },
  next: '开下个班', open: { title: '开班', done: (li: string) => `开班，备用金 ${li}`, hint: '把备用金点好放进抽屉再开。', refunds: '今天要退的', recent: '最近的班', noRecent: '还没有结过的班', again: '开单' },
  history: '以前的班', today: '本班', differs: '差额', entries: (n: number) => `${n} 笔`, lateItems: (n: number) => `补入 ${n}`,
  inTransit: '在途', needsBeside: '要班长签', print: '打日结单', sheet: '日结单', export: '导出 Excel', exported: (name: string) => `已存为 ${name}`, ask: '问运营商', loading: '正在对账',
  keys: { count: '点好了', close: '日结', explain: '写说明', open: '开单', move: '换差异', ask: '问运营商', print: '打日结单', history: '以前的班', export: '导出' },
} as const;
