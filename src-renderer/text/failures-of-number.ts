import type { FailureCode } from '#contract/failures.ts';
import { fact, type Say, say } from './failure-words.ts';

const number = (facts: Parameters<Say>[0]): string => {
  const digits = String(facts['digits'] ?? facts['number'] ?? '');
  return /^\d{10}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}` : digits;
};

/** Numbers and plans. */
export const numberFailures = {
  'query-not-understood': (facts) => ({ title: `没看懂${fact(facts, 'part', '「', '」') || '要找的号'}`, safe: '还没选号，什么都没变。', next: '写数字、? 和字母，例如 400??8888、含 168、尾 518。' }),
  'pool-not-loaded': say('号码库还没读好', '等几秒再找。'),
  'customer-not-named': say('还没写单位名称', '先在客户一页写单位全称，再占号。'),
  'number-not-orderable': (facts) => ({ title: `${number(facts) || '这个号'} 不归本厅办`, safe: '没有占号。', next: fact(facts, 'ownerName', '这是', '的号段。') || '只能办 4000 和 4006 开头的号。' }),
  'number-taken': (facts) => ({ title: `${number(facts) || '这个号'} 刚被占`, safe: '别的都没变。', next: '换一个同样式的号。' }),
  'number-not-free': (facts) => ({ title: `${number(facts) || '这个号'} 没有空出来`, safe: '没有占号。', next: '换一个号。' }),
  'hold-not-found': say('占号已经没有了', '重新占这个号，或换一个。'),
  'hold-limit': say('占号延期次数用完了', '到期前办完，或重新占。'),
  'number-limit': (facts) => ({ title: `这家单位已到 ${facts['limit'] ?? 5} 个号的上限`, safe: '没有占号。', next: '要再办，先注销不用的号。' }),
  'carrier-offline': say('现在断网，这一步要等联网', '其他任务照常办；号可以先暂定。'),
  'carrier-refused': (facts) => ({ title: '运营商没同意', safe: '已存的都在，没有丢。', next: fact(facts, 'reason', '对方说：', '。') || '看待发里的原因，改好再发。' }),
  'already-holding': (facts) => ({ title: `已经占着 ${number(facts) || '一个号'}`, safe: '原来的号还在。', next: '要换号，先放掉原来的。' }),
  'fallback-not-ordinary': say('备选只能是同价的普通号', '靓号只能单独暂定一个，不带备选；要备选就选同价的普通号。', '没有选定。'),
  'shortlist-full': say('挑选单最多 6 个号', '先去掉一个，再加新的。'),
  'clerk-hold-limit': (facts) => ({ title: `您手上占着的号已到${fact(facts, 'limit', ' ', ' 个') || '上限'}`, safe: '没有占号，原来的都在。', next: '先放掉不用的号（占号清单里一键放）。' }),
  'hall-hold-limit': (facts) => ({ title: `本厅占着的号已到${fact(facts, 'limit', ' ', ' 个') || '上限'}`, safe: '没有占号，原来的都在。', next: '请同事放掉不用的号，或等到期。' }),
  'customer-hold-limit': (facts) => ({ title: `给这家单位占着的号已到${fact(facts, 'limit', ' ', ' 个') || '上限'}`, safe: '没有占号，原来的都在。', next: '先放掉这家单位不用的号，或把占着的号办完。' }),
  'not-in-lease': say('这个号不在本机的离线号里', '换一个离线号，或作暂定号带备选。'),
  'lease-unsupported': say('运营商不提供离线号', '断网时可以暂定选号。'),
  'lease-frozen': say('离线号已冻结：这台电脑的数据像是恢复或复制来的', '联网核对之前不能用离线号，可以暂定选号。'),
  'lease-not-found': say('没有离线号可用', '联网后会自动领取。'),
  'lease-not-settled': say('这批离线号还在结算期，不能强行收回', '等结算期过了，再由两个人一起收回。'),
  'lease-pick-limit': say('还没报给运营商的离线号已到上限', '先联网把已定的号报上去；现在可以作暂定号带备选。'),
  'lease-pool-short': say('运营商现在能借出的号不够一批，没有领到离线号', '本机少号时会自动再领；断网时可以暂定选号。', '原有的离线号照常能用。'),
  'lent-number-special': (facts) => ({ title: `${number(facts) || '这个号'} 已借给本机作离线号，按本厅现在的规则却是靓号`, safe: '没有占号，别的厅也拿不走它。', next: '先在设置里交回离线号，联网后就能照靓号占。' }),
  'rules-outdated': say('靓号规则刚被别人改过', '重新打开最新的规则再改。', '没有发布，您的草稿还在。'),
  'rules-unsound': say('规则里有错，不能发布', '按标红的地方改好再发布。', '没有发布，您的草稿还在。'),
  'plan-unknown': say('没有这个套餐', '重新选一个。'),
  'plan-not-allowed': (facts) => ({ title: '这个号不能配这个套餐', safe: '原来选的没变。', next: fact(facts, 'reason', '', '。') || '换一个套餐，或换号。' }),
  'number-not-chosen': say('还没选号', '先选号，再定套餐。'),
  'minimum-out-of-range': (facts) => ({ title: '月低消不在范围里', safe: '原来的没变。', next: `填${fact(facts, 'fromYuan', ' ', ' 到')}${fact(facts, 'toYuan', ' ', ' 元') || '范围内的数'}。` }),
  'add-on-not-allowed': say('这个套餐不能加这项', '去掉这项，或换套餐。'),
} as const satisfies Partial<Record<FailureCode, Say>>;
