import type { CustomerDraft } from '#domain/applicant/customer.ts';

export const licenceKind: Readonly<Record<CustomerDraft['licenceKind'], string>> = {
  enterprise: '营业执照（公司）', branch: '营业执照（分公司）', institution: '事业单位法人证书', society: '社会团体登记证书', other: '其他证照',
};
export const licenceTerm: Readonly<Record<CustomerDraft['licenceTerm'], string>> = { 'not-shown': '执照未写期限', long: '长期', until: '到期日' };
export const handlerRelation: Readonly<Record<CustomerDraft['handlerRelation'], string>> = { 'legal-person': '负责人本人', employee: '员工', agent: '代办人' };

/** Labels of the customer task where the section's name already says whose they are. */
export const customerText = {
  sections: { company: '单位', legal: '负责人', handler: '经办人', purpose: '用途' },
  name: '单位全称（与执照一字不差）', licenceKind: '证照类型', creditCode: '统一社会信用代码', licenceTerm: '营业期限', licenceUntil: '到期日', phone: '单位电话', address: '单位地址', foundedOn: '成立日期（选填）', stockCode: '股票代码（选填）',
  personName: '姓名', idNumber: '身份证号', mobile: '手机', relation: '与单位关系', period: '证件有效期', to: '至', entry: '录入方式', byHand: '手工录入，要复核',
  purpose: '号码用途', scope: '执照经营范围（照执照抄）', told: '已告知：主叫按本地市话付费，400 不是免费电话', consents: '客户同意采集和核验证件',
  show: '显示', showNote: '显示会记录：谁、什么时候看的', hide: '遮住', done: '完成客户', nextField: '下一格', required: '还没填完',
  foot: (count: number): string => (count > 0 ? `每格离开即存。还有 ${count} 处没填或要改，都好了才能完成本项。` : '每格离开即存。这一项都填好了。'),
  goOn: '看下一件', footClosed: '只能看：已提交、挂起着，或在同事手上。',
} as const;
