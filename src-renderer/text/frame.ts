import type { Role } from '#domain/staff/role.ts';

export const roleName: Readonly<Record<Role, string>> = { clerk: '营业员', supervisor: '班长', auditor: '稽核', admin: '厅管理员' };

export const connectionWord = { online: '在线', offline: '离线 · 可继续办理', 'sync-failing': '同步异常' } as const;

export const frameText = {
  product: '受理台', brand: '400', training: '训练', trainingNote: '训练环境，不是真的业务', search: '公司、拼音首字母、号码、单号、收据', searchShort: '找单、公司、号码',
  waiting: '待发', lock: '锁屏', sheet: '全部按键', toRail: '去左边一栏', find: '找单', closeLayer: '关最上一层', local: '本机', lastSync: '末次同步', noSync: '还没同步过',
  saved: '已保存', saving: '正在存', notSaved: '没存上，正在重试', lastGood: '上次存好', weakKeyStore: '本机没有系统密钥库，只可训练用',
  notFound: '没找到', foundBy: { 'case-no': '单号', company: '公司', pinyin: '拼音', number: '号码', 'credit-code': '信用代码', receipt: '收据' },
  findHint: '写两个字以上', keysTitle: '全部按键', close: '关闭', cancel: '取消', loading: '正在打开',
  places: { workbench: '工作台', case: '受理单', number: '选号', approval: '审批', till: '收银', outbox: '待发', settings: '设置' },
  noCase: '先打开一件受理单', nav: '主导航',
  opening: '正在打开本机数据', nothingChanged: '数据没有动，也没有新建。',
  cannotOpen: {
    'future-file': { title: '数据是更新的版本存的', next: '这台电脑的程序旧了，升级后再打开。' },
    'wrong-key': { title: '钥匙打不开本机数据', next: '请厅管理员准备好恢复密钥。' },
    damaged: { title: '本机数据打不开', next: '别再试，请厅管理员用备份恢复。' },
    'reference-unusable': { title: '规则文件不能用', next: '请厅管理员重装程序。' },
    'key-store-unavailable': { title: '系统密钥库不能用', next: '重新登录 Windows 再打开；还不行，找厅管理员。' },
  },
  broken: { title: '这一屏出错了', safe: '已存的都在，没有丢。', next: '重开这一屏；还出错，告诉技术支持刚才在做什么。', again: '重开' },
} as const;
