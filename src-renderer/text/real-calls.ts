import type { RoutingForm } from '#domain/routing/routing-form.ts';

/** The parts of the form as they are named when the carrier's set-up differs in them. */
export const formPartNames: Readonly<Record<keyof RoutingForm, string>> = {
  destinations: '目的码', groups: '组', menus: '语音菜单', rules: '规则', otherwise: '其余来电', blackList: '黑名单', whiteList: '白名单', whiteListKind: '白名单用法', deniedRegions: '不接的地区', allowOnly: '只接部分地区', allowedRegions: '只接的地区',
  passwordOn: '密码接入', password: '密码', concurrentCap: '同时呼叫上限', monthlyCap: '每月呼叫上限', ringBack: '彩铃', recording: '录音', recordingNotice: '录音提示', testCalls: '试打', acceptedHoles: '客户同意的时段',
};

export const realCallText = {
  title: '开通后照着打', none: '受理单上没有试打', progress: (done: number, all: number) => `打过 ${done} 次，共 ${all} 次`, busy: '占线', silent: '没人接', note: '备注', agreed: '一致', different: '不一致',
  notChecked: '运营商的接听设置还没取回，联网后自动核对', saysNothing: '运营商没有给出接听设置，照着打核对', same: '运营商开通的接听设置与受理单一致', differs: (parts: readonly string[]) => `运营商开通的与受理单不一致：${parts.join('、')}。请联系运营商，受理单为准`,
} as const;
