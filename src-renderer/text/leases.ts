import type { HallLeaseView, LeaseView } from '#contract/leases.ts';

export const leaseStates: Readonly<Record<LeaseView['state'], string>> = { none: '没有', active: '可用', closed: '已停用，等着交回', over: '过期，等着交回', frozen: '冻结，等联网核对' };
export const hallLeaseStates: Readonly<Record<HallLeaseView['state'], string>> = { active: '在用', over: '过期没交回', closed: '已交回', forced: '已强行收回' };

export const leaseText = {
  title: '离线号', hint: '平时领好一批普通号，断网时从里面选的号保证算数。少了会自动补，到期会自动交回。', unsupported: '运营商不提供离线号，断网时只能暂定选号。',
  left: (left: number, granted: number) => `剩 ${left} / ${granted} 个`, until: (until: string) => `可用到 ${until}`, grant: '领一批', close: '交回', closeAsk: '交回以后断网就没有离线号可用，直到再领一批。',
  hall: '本厅各台电脑', ask: '查看各台电脑的离线号', device: '电脑', here: '本机', ownNumber: '第二个人不能是您自己：请另一位同事用自己的工号和密码', epoch: (epoch: number) => `第 ${epoch} 批`, numbers: (count: number) => `${count} 个`, settle: (until: string) => `结算到 ${until}`, frozen: '冻结',
  force: '强行收回', forceTitle: '强行收回离线号', forceHint: '只在那台电脑再也报不上来时用：它断网时答应过客户的号可能因此落空。要两个人：您和另一位同事，都会记下名字。',
  destroyed: '那台电脑已经损坏或丢失，不等结算期', reason: '原因（至少 5 个字）', second: '另一位同事工号', password: '他的密码', forceDo: '两人一起收回',
} as const;
