import type { Answer } from './ask.ts';
import type { Violation } from './contract.ts';

/** Facts a refusal may carry beside its code. */
export type RefusalFacts = {
  readonly id?: string;
  readonly href?: string;
  readonly state?: string;
  readonly limit?: number;
  readonly currentEpoch?: number;
  readonly violations?: readonly Violation[];
};

/** A request that was understood and not done; `reason` is for engineers, the Chinese message comes from the code. */
export type Refusal = { readonly status: number; readonly code: RefusalCode; readonly reason: string; readonly facts: RefusalFacts };

const statusAndMessage = {
  malformed: [400, '请求内容不符合接口约定'],
  idempotencyKeyMissing: [400, '缺少幂等键'],
  filterUnsupported: [400, '不支持该查询条件'],
  deviceUnknown: [401, '设备未登记或凭证无效'],
  scopeDenied: [403, '无权访问其他营业厅的数据'],
  notFound: [404, '未找到'],
  dependencyUnknown: [404, '所引用的资料尚未送达'],
  numberTaken: [409, '号码已被占用'],
  leaseFenced: [409, '该离线号码批次已失效，号码已收回'],
  leaseFrozen: [409, '该设备的离线号码批次已冻结'],
  leaseNotSettled: [409, '批次仍在结算期内，暂不能收回'],
  poolShort: [409, '可借出的号码不足'],
  stateConflict: [409, '当前状态不允许此操作'],
  makerIsChecker: [409, '建单、报批或最后修改的人不能审批'],
  contentChanged: [409, '审批的内容不是申请的内容'],
  duplicateParty: [409, '该客户已登记'],
  duplicateExternalId: [409, '该编号已受理过'],
  cursorExpired: [410, '事件位置已失效，请重新同步'],
  reservationExpired: [410, '号码预占已失效'],
  approvalExpired: [410, '审批申请已过期'],
  versionMismatch: [412, '资料已被更新，请刷新后再试'],
  tooLarge: [413, '内容过大'],
  mediaType: [415, '不支持的内容类型'],
  idempotencyKeyReused: [422, '幂等键已用于其他请求'],
  digestMismatch: [422, '文件摘要不一致'],
  semantic: [422, '请求内容有矛盾'],
  hallHoldLimit: [429, '本营业厅占号数已满'],
  customerHoldLimit: [429, '该客户占号数已满'],
  unavailable: [503, '系统繁忙，请稍后再试'],
  internal: [500, '系统内部错误'],
} as const satisfies Record<string, readonly [number, string]>;

/** Codes of api.md section 4 that this carrier uses. */
export type RefusalCode = keyof typeof statusAndMessage;

/** A refusal by its code; the status belongs to the code. */
export const refusal = (code: RefusalCode, reason: string, facts: RefusalFacts = {}): Refusal => ({ status: statusAndMessage[code][0], code, reason, facts });

/** The TMF Error body that is a problem document as well. */
export function errorBody(refused: Refusal, instance: string): Record<string, unknown> {
  const uri = `https://hall400.example/errors/${refused.code}`;
  const message = statusAndMessage[refused.code][1];
  return {
    '@type': 'Error', code: refused.code, reason: refused.reason, message, referenceError: uri, type: uri, title: message, detail: refused.reason,
    instance: `urn:uuid:${instance}`, retryable: refused.status === 401 || refused.status === 429 || refused.status === 503 || refused.status === 500, ...refused.facts,
  };
}

/** A refusal as an answer that is kept with what was written before it. */
export const refusedAnswer = (refused: Refusal, instance: string): Answer => ({ status: refused.status, body: errorBody(refused, instance), headers: {} });
