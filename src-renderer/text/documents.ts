import type { DocumentKind, DocumentRow, DocumentsView } from '#contract/documents.ts';

export const documentName: Readonly<Record<DocumentKind, string>> = {
  licence: '营业执照', 'handler-id-front': '经办人身份证正面', 'handler-id-back': '经办人身份证反面', 'legal-id-front': '负责人身份证正面', 'legal-id-back': '负责人身份证反面',
  authorisation: '授权书', 'destination-proof': '落地号码证明', 'sealed-agreement': '盖章协议', 'sealed-form': '盖章受理单', other: '其他材料',
};

type NeedStatus = DocumentsView['needed'][number]['status'];

/** Why a kind stands as it does, after its status word. */
export const needWord: Readonly<Record<NeedStatus, string>> = {
  missing: '没拍', unjudged: '没核', matches: '一致', illegible: '看不清', differs: '不一致', expired: '已过期', 'awaiting-seal': '待盖章',
};
export const needReason: Readonly<Record<NeedStatus, string>> = {
  missing: '', unjudged: '和所填对一遍', matches: '清楚，与所填相同', illegible: '删掉重拍', differs: '改所填，或重拍', expired: '请客户换有效的', 'awaiting-seal': '打两份，盖章后扫回',
};

export type Verdict = Exclude<DocumentRow['verdict'], 'unjudged'>;

/** The four verdicts with the key of their first letter in pinyin. */
export const verdicts: readonly { readonly verdict: Verdict; readonly key: string; readonly word: string }[] = [
  { verdict: 'matches', key: 'Y', word: '一致' }, { verdict: 'illegible', key: 'K', word: '看不清' }, { verdict: 'differs', key: 'B', word: '不一致' }, { verdict: 'expired', key: 'G', word: '已过期' },
];
export const verdictWord: Readonly<Record<DocumentRow['verdict'], string>> = { unjudged: '没核', matches: '一致', illegible: '看不清', differs: '不一致', expired: '已过期' };

/** What to look at again; advice, never a refusal. */
export const adviceWord = { small: '偏小，字可能印不清', blurred: '有点糊', dark: '偏暗', glare: '有反光' } as const;

export const documentsText = {
  list: '证照清单', progress: (done: number, all: number) => `${done} / ${all} 齐`, optional: '可不要', pages: (n: number) => `${n} 张`, notSigned: '签完才能盖章扫回', other: '有别的就拍，可不要',
  camera: '高拍仪', live: '实时', opening: '正在打开高拍仪', shootHint: '放平，四角都在画面里',
  noCamera: {
    none: { title: '没有找到高拍仪', next: '插好 USB 线后按 F5 再找，或按 F7 选文件。' }, denied: { title: '系统不让用摄像头', next: '在系统的隐私设置里允许摄像头，再按 F5；也可以按 F7 选文件。' },
    busy: { title: '高拍仪被别的程序占着', next: '关掉那个程序后按 F5，或按 F7 选文件。' }, 'no-picture': { title: '高拍仪没有画面', next: '拔插一次 USB 线后按 F5，或按 F7 选文件。' },
  }, noCameraSafe: '已收的证照都在，没有丢。', retry: '再找一次',
  file: '选文件', fileHint: '也可以把图片拖进来，一次几张都行', drop: (kind: string) => `松手，存为「${kind}」`, tooLarge: (name: string) => `${name} 超过 30 MB，没有存`, adding: (n: number) => `正在存 ${n} 张`,
  shoot: (kind: string) => `拍${kind}`, again: (kind: string) => `重拍${kind}`, toCamera: '回到高拍仪', recorded: '这次查看已记录；影像带水印。', loadingPage: '正在打开这一张', page: (at: number, all: number) => `第 ${at} / ${all} 张`,
  compare: '与所填对照', filled: '所填', mend: '去改', nothing: '没填', show: '显示', hide: '遮住', masked: '证件号已遮挡，显示会留下查看记录。', noCompare: '这一类没有要对的，看清楚就行。',
  verdict: '核对结果', note: '附言（可不填）', matchesNext: '一致，看下一份', remove: '删这张', removeTitle: '删掉这一张', removeReason: '删除原因', removeHint: '影像不再显示；谁、什么时候、为什么删，会留档。', removeDo: '删掉',
  exportCopy: '导出水印副本', exported: (name: string) => `已导出 ${name}`, added: '已存', foot: '影像加密存在本机；副本自动加「仅供办理400业务使用」。', closed: '只能看：已提交、挂起着，或在同事手上。', goOn: '证照收好，办下一件', goOnFirst: '先办下一件', nextKind: (kind: string) => `下一份：${kind}`, adviceFor: '这张',
  empty: { title: '还没拍', next: '按空格拍，或按 F7 选文件。' }, pickPage: '按数字换一份，点小图看大图。', awaitingFoot: (n: number) => `还有 ${n} 份待盖章，客户拿回来再扫；其他的可以先办。`,
  keys: { shoot: '拍', kind: '换一份', file: '选文件', turn: '换一张', remove: '删这张', open: '看大图', camera: '回到高拍仪', retry: '再找高拍仪', next: '下一件能办的', exportCopy: '导出' },
  compareLabels: {
    name: '单位全称', creditCode: '信用代码', legalName: '负责人', term: '营业期限', address: '地址', handlerName: '经办人', idNumber: '身份证号', period: '有效期限', number: '400 号码', relation: '与单位关系',
    destination: '落地号码', owner: '机主', documentNo: '单号', signedAt: '签署', digest: '摘要', pageCount: '张数',
  }, to: '至', proof: { bill: '话费单', contract: '协议', letter: '承诺书', none: '没有证明' },
} as const;
