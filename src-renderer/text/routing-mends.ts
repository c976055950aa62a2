import type { MendCode } from '#domain/routing/mends/mend.ts';

const words: Readonly<Record<MendCode, string>> = {
  'remove-entry': '删去这条', 'remove-region': '去掉这个地区', 'remove-phone': '删去重复的', 'remove-group': '删去这个组', 'remove-menu': '删去这个菜单', 'remove-rule': '删去这条规则', 'remove-dates': '去掉这段日期',
  'remove-key': '删去这一行', 'remove-member': '从组里去掉', 'remove-test-call': '删去这次试打', 'keep-first-test-calls': '只留前 10 次', 'spread-evenly': '均分到 100%', 'fill-with-unused': '放进组里', 'take-group-name': '用组名',
  'take-number-name': '取个编号', 'lead-to-first-group': '转给第一个组', 'lead-to-voicemail': '转语音信箱', 'end-before-next': '前段提前结束', 'move-before': '移到前面', 'take-unknown': '归属不明的也归第一条', 'every-day': '每天', 'till-midnight': '到 24:00',
  'one-line': '改为 1 路', 'most-lines': '改为上限', 'no-ceiling': '不设上限', 'ceiling-of-lines': '改为总路数', 'notice-on': '加录音提示', 'ring-back-off': '关彩铃', 'password-off': '关密码', 'allow-all': '不限地区', 'deny-none': '清空禁止的地区',
  always: '改为全天', 'free-key': '换个空着的键', 'three-tries': '允许按错 3 次', 'operator-first-group': '0 键转第一个组', 'suggest-test-calls': '自动补齐', 'accept-test-call': '以现在的结果为准',
};

/** What a mend does, as its button says it. */
export const mendText = (code: MendCode): string => words[code];
