import type { PaperRow, PaperVerdict } from '#contract/papers.ts';
import type { TaskName } from '#domain/cases/task.ts';

export type SignedKind = 'agreement' | 'form';

export const paperName: Readonly<Record<PaperRow['kind'], string>> = { agreement: '协议', form: '受理单', receipt: '收据', reversal: '退款单', comparison: '套餐比较单', 'day-sheet': '日结单' };

/** Heads of the answers, by the task that changes them. */
export const answerGroup: Readonly<Partial<Record<TaskName, string>>> = { customer: '单位', number: '号码', plan: '套餐与费用', form: '来话安排', documents: '证照' };

/** Rare characters with their code points, so that anyone can find them: 「㛃」（U+36C3）. */
export const rareCharacters = (characters: string): string =>
  [...characters].map((character) => `「${character}」（U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}）`).join('、');

/** The first twelve digits of a digest in fours, as printed at the foot of each page. */
export const digestInFours = (digest: string): string => digest.slice(0, 12).toUpperCase().match(/.{4}/g)?.join(' ') ?? '';

/** One checked fact of a sealed paper in words, with whether it is as it should be. */
export type VerdictLine = { readonly name: string; readonly good: boolean; readonly text: string };

const changes: Readonly<Record<string, string>> = { changed: '文件被改动', 'signed-again': '又签过一次', signature: '加了签名', 'signature-field': '动了签名域', other: '动了别处' };

/** What checking showed, one fact a line; nobody gets a single tick for all of them. */
export function verdictLines(verdict: PaperVerdict): readonly VerdictLine[] {
  const later = [...new Set(verdict.laterChanges)].map((change) => changes[change] ?? change).join('、');
  return [
    { name: '内容', good: verdict.digestOk, text: verdict.digestOk ? '和签章时相同' : '和签章时不同' },
    { name: '签章', good: verdict.signatureOk, text: verdict.signatureOk ? '是这张证书签的' : '对不上证书' },
    { name: '范围', good: verdict.coversWholeFile, text: verdict.coversWholeFile ? '盖住整个文件' : '没盖住整个文件' },
    { name: '签后改动', good: later === '', text: later === '' ? '没有' : later },
    { name: '签章人', good: verdict.signer !== null, text: verdict.signer ?? '读不出来' },
    { name: '证书', good: verdict.trusted, text: verdict.trusted ? '本厅信任，签时有效' : '不在本厅信任之列，或签时已过期' },
    { name: '存档', good: verdict.sameAsRecorded, text: verdict.sameAsRecorded ? '和存档时一个字节不差' : '和存档时不同' },
  ];
}

export const papersText = {
  answers: '签前核对', answersHint: (kind: SignedKind) => `文字与${paperName[kind]}相同`, mend: '修改', draft: (kind: SignedKind) => `${paperName[kind]} 未签`, preparing: (kind: SignedKind) => `正在按所填生成${paperName[kind]}…`,
  readOut: '逐条念给客户', readNone: '这份没有要念的，直接签。', unread: (n: number) => `还有 ${n} 条没念`, padLocked: (n: number) => `再念 ${n} 条，签字板打开`,
  pad: '经办人签字', padFor: (name: string) => `${name}，代表单位`, padLabel: (name: string) => `签字板，请${name}用笔、手指或鼠标写全名`, padHint: '写名字要用笔、手指或鼠标；其余都能用键盘。', written: '已写，确认后封存', unwritten: '请在框里写全名', tooShort: '太短，不像名字',
  undo: '撤一笔', clear: '重写', clerk: '营业员', clerkWaits: '等确认', seal: '营业厅电子章', sealWaits: '确认后自动盖', confirm: '营业员确认并盖厅章', lasting: '签完不能改，要改就作废重签。', same: (n: number) => `${n} 项与所填一致`,
  signing: (seconds: number) => `正在生成、盖章、存档${seconds > 0 ? `，已 ${seconds} 秒` : ''}。别关机。`, changed: '内容刚改过，已按新内容重新生成：请再核对、再念、再签。', retry: '再生成一次', goTo: (task: string) => `去 ${task}`,
  byHand: '由经办人手写补字', byHandHint: (characters: string) => `${characters}字库里没有。可以留空白线，打印后由经办人手写补上；不会换成别的字。`, byHandOn: '缺的字留空白线，由经办人手写补上。', byHandOff: '不用手写',
  approval: '靓号审批', waitsFor: (kind: SignedKind) => `${paperName[kind]}还不能签`, waitsNext: '下面几件办好，这里自动打开。',
  sealed: (kind: SignedKind) => `已签的${paperName[kind]}`, facts: '这份文件', documentNo: '文件号', signedAt: '签章时间', contentCode: '内容码', fileDigest: '文件摘要', verdict: '验章，一条一条看', verifying: '正在验章…', verifyAgain: '再验一次', opening: '正在打开文件…',
  byHandNote: '这份有空白线，打出来后由经办人手写补字。', awaitingSeal: '待盖章', awaitingSealNext: '打两份，客户盖公章后，到 6 证照扫回一份。', sealedScan: '盖章件已扫回', toScan: '去 6 证照扫盖章件',
  outdated: '签完又改过内容，这份不能再用', outdatedNext: '按新内容重签；旧的一份留档，不会删。', replacing: '这里是新内容；签好后旧的一份留档。', signAgain: '按新内容重签', backToOld: '看旧的一份', signedFoot: '文件已存好，内容不能再改。', goOn: '办下一件', opened: '打开文件会留下记录。',
  keys: { answers: '换行', mend: '改这一行', tick: '念过', undo: '撤一笔', clear: '重写', confirm: '确认盖章', retry: '再生成', print: '打印', next: '下一件能办的', signAgain: '重签', zoom: '放大', page: '下一页' },
  pages: { problem: '预览打不开，文件本身没有变。', page: (at: number, all: number) => `第 ${at} / ${all} 页`, pageOf: (at: number, all: number) => `第 ${at} 页，共 ${all} 页`, back: '上一页', on: '下一页', preview: '文件预览', larger: '放大', smaller: '缩回整页' },
} as const;
