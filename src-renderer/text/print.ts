/** Where a print job stands; leaving the queue is never called printed. */
export const printStates = {
  queued: '排队', submitted: '已交给打印机', printing: '正在打印', 'left-queue': '已离开打印队列，请看纸', failed: '没打出来', cancelled: '已取消',
} as const satisfies Readonly<Record<string, string>>;

export const printerStates = { idle: '空闲', busy: '正在打', stopped: '停了', unknown: '状态不明' } as const satisfies Readonly<Record<string, string>>;

export const printText = {
  title: '打印', printer: '打印机', none: '没有找到打印机', noneNext: '文件已存好。接上打印机后按 F5 再找。', twoOriginals: '打两份原件', again: '再打一份，印「副本」',
  reprintReason: '再打的原因', copies: (n: number) => `${n} 份`, reprint: (n: number) => `副本 ${n}`, receipt: '打收据', printedTimes: (n: number) => (n === 0 ? '还没打过' : `打过 ${n} 次`),
  safe: '文件已签已存，打不出来也不用重签。',
} as const;
