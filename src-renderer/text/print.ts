/** Where a print job stands; leaving the queue is never called printed. */
export const printStates = {
  queued: '排队', submitted: '已交给打印机', printing: '正在打印', 'left-queue': '已离开打印队列，请看纸', failed: '没打出来', cancelled: '已取消',
} as const satisfies Readonly<Record<string, string>>;

export const printerStates = { idle: '空闲', busy: '正在打', stopped: '停了', unknown: '状态不明' } as const satisfies Readonly<Record<string, string>>;

const notes: Readonly<Record<string, string>> = {
  'printer-not-found': '没有这台打印机了', 'printer-refused': '打印机不收', 'printing-unavailable': '打印服务没有应答', 'folder-unwritable': '打印文件夹写不进去',
  'paper-damaged': '文件和存档时不一样', 'missing-glyph': '有字打不出来', 'paper-office-stopped': '做文件的程序停了', 'wording-changed': '条款已换版，副本要按签字时那版，先看盖章的原件',
};

/** What the printer or our own check said about a job; a printer's own words are shown as they are. */
export const printNote = (note: string): string => notes[note] ?? note;

export const printText = {
  title: '打印', printer: '打印机', none: '没有找到打印机', noneNext: '文件已存好。接上打印机后按 F5 再找。', twoOriginals: '打两份原件', again: '再打一份，印「副本」',
  reprintTitle: '再打一份', reprintReason: '再打的原因', reprintHint: '会在纸上印「副本」；谁、什么时候、为什么打，会留档。', copies: (n: number) => `${n} 份`, original: '原件', reprint: (n: number) => `副本 ${n}`, copyMark: (n: number) => `副本，第 ${n} 次`, receipt: '打收据', printedTimes: (n: number) => (n === 0 ? '还没打过' : `打过 ${n} 份`),
  safe: '文件已签已存，打不出来也不用重签。', find: '再找打印机', printAgain: '再打一份',
} as const;
