/** What stands on the window that faces the customer: no key names, no words of the trade. */
export const customerWindowText = {
  title: (hall: string) => `${hall}　请您看一看号码`, empty: '请稍候，营业员正在为您找号码', read: '读作', alsoAs: '也可写作',
  monthly: '每月最低消费', prepay: '预存', term: '在网时间', total: '在网期内合计', yuan: '元', ordinary: '普通号码', noTerm: '不限',
  months: (months: number) => `${months} 个月`, totalOf: (months: number) => `${months} 个月合计`, taken: '刚被别人选走', expired: '保留时间已过', held: (time: string) => `为您保留到 ${time}`,
  foot: '拨打 400 号码，主叫方按当地通话标准付费，400 不是免费电话。金额按营业厅标准资费列出，以签署的协议为准。',
  plansTitle: (hall: string) => `${hall}　各套餐一起比`, usage: (minutes: number, local: number, mobile: number) => `按每月 ${minutes.toLocaleString('en-US')} 分钟来电，本地 ${local}%、手机 ${mobile}%、固话 ${100 - local - mobile}%`, byCalls: '，来自您的话单', usual: '，这是常见用量，请告诉营业员您的用量',
  aMonth: '元 / 月', firstYear: '第一年', dueNow: '签约时交', commitment: (months: number) => `${months} 个月内消费满`, sample: '培训样价',
  trialTitle: (hall: string, number: string) => `${hall}　打 ${number === '' ? '您的 400 号码' : number}，谁来接`, way: '来电怎么走', trialFoot: '按现在填的受理单试打，不是真实来电；以您签字的受理单为准。',
  plansFoot: '从便宜到贵排列；金额含所选功能，按营业厅资费计算，以签署的协议和实际账单为准。拨打 400 号码，主叫方按当地通话标准付费。',
} as const;
