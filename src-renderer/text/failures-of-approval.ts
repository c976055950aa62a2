import type { FailureCode } from '#contract/failures.ts';
import { fact, type Say, say } from './failure-words.ts';

/** Carried approvals, delegation and batches. */
export const approvalFailures = {
  'take-back-too-late': say('过了 10 秒，不能收回了', '要改，请营业员重新报批。', '决定已经生效，没有变。'),
  'token-unreadable': say('这份审批码读不出来', '重新扫一次，或换文件带过来。', '什么都没变。'),
  'token-forged': say('审批码的签名不对，没有采用', '可能抄错或被改过；请班长重新签一份。', '什么都没变。'),
  'token-unknown-signer': (facts) => ({ title: `本机还不认识签发人${fact(facts, 'staffNo', ' ')}`, safe: '什么都没变。', next: '请厅管理员在设置里登记这位班长的班长签名钥匙，再导入审批码。' }),
  'token-for-another': say('这份审批码不是批这一单现在的内容', '内容改过就要重新报批；请班长按新的内容再签。', '什么都没变。'),
  'other-hall': say('这是别的营业厅的，本厅不能用', '班长和签名钥匙都只管自己的厅。', '什么都没变。'),
  'token-used': say('这份审批码已经用过', '一份只能用一次；请班长重新签一份。', '什么都没变。'),
  'token-signed-before': say('这份申请在本机已经签过审批码，只能签一次', '要再出示原来的码，由原来签的人按原来的结论、理由和说明再签一遍；要改结论，请营业员撤回后重新报批。', '原来的审批码没有变。'),
  'token-expired': say('这份审批码过期了', '请班长重新签一份。', '什么都没变。'),
  'no-signing-key': say('您在这台电脑上还没有签名钥匙', '在设置里先建钥匙，再签审批码。'),
  'already-trusted': say('这把签名钥匙已经登记过', '不用再导入。'),
  'signer-unreadable': say('这不是班长签名钥匙，或没有读全', '请班长在自己电脑上：设置 → 我的签名钥匙 → 出示钥匙，重新扫一次。', '没有登记。'),
  'signer-forged': say('这把班长签名钥匙对不上，没有登记', '可能读错或被改过；请班长重新出示钥匙，再扫一次。', '没有登记。'),
  'signer-not-found': say('没有这把签名钥匙', '刷新一下再看。'),
  'delegate-unfit': (facts) => ({ title: facts['days'] === undefined ? '不能委托给这个人' : '不能委托到那天', safe: '没有委托。', next: fact(facts, 'days', '到哪天为止：今天起最多 ', ' 天。') || '只能委托给本厅在岗的另一位班长。' }),
  'delegation-not-found': say('这份委托已经没有了', '刷新一下再看。'),
  'batch-mixed': say('这几件不能一起批', '一批只能是同一等级、同一套餐，最多 20 件。', '一件都没有批。'),
} as const satisfies Partial<Record<FailureCode, Say>>;
