export const settingsText = {
  title: '设置', staff: '员工', policy: '规则', certificate: '印章证书', printer: '打印机', grades: '靓号等级', about: '本机',
  staffNo: '工号', name: '姓名', role: '岗位', password: '初始密码', passwordHint: '10 位起', add: '添加', active: '在用', inactive: '停用', disable: '停用', enable: '启用', state: '状态', change: '',
  addTitle: '添加员工', newPassword: '重设密码', newPasswordOf: (name: string): string => `给 ${name} 重设密码`, savePassword: '存新密码', passwordSaved: '密码已改',
  lockAfter: '几分钟不动就锁屏', minutes: '分钟', sealed: '盖章件没扫回来，不让开通', limit: '每家单位最多几个号', holdsPerClerk: '每人最多同时占几个', holdsPerHall: '全厅最多同时占几个', holdsPerCustomer: '每家最多同时占几个', numbers: '个', cutOff: '当天收款截止', save: '存下', saved: '已存下', onlyAdmin: '员工、规则、印章证书和班长签名钥匙由厅管理员改',
  certificateNone: '还没有证书，不能签章', certificateTraining: '训练证书，只在训练用', subject: '持有', issuer: '签发', validTo: '有效到', fingerprint: '指纹', choose: '选证书文件', import: '导入', p12Password: '证书密码', chosen: (name: string): string => `已选 ${name}`,
  printerNone: '没找到打印机，看看系统里装好没有', printerStates: { idle: '空闲', busy: '在打', stopped: '停了', unknown: '状态不明' }, default: '在用', use: '用这台', refresh: '刷新',
  openRules: '看规则、试号', grade: '等级', floor: '其他套餐底线', hallMinimum: '营业厅标准月低消', prepay: '预存', term: '在网', unconfirmed: '未经运营商确认', confirmed: '已经运营商确认', gradesVersion: '版本', months: '月', none: '不限', yuan: '单位：元',
  signers: '班长签名钥匙', signersHint: '登记过的钥匙签出的审批码，本机才认。', noSigners: '还没有登记钥匙，断网时不能导入审批码', trust: '登记', distrust: '停用', ended: '已停用', trusted: '有效', keyOf: (keyId: string) => `编号 ${keyId.slice(0, 4)} ${keyId.slice(4, 8)}`.toUpperCase(),
  myKey: '我的签名钥匙', myKeyHint: '断网时在自己电脑上签审批码用。第一次或改过密码后：输入登录密码建钥匙；建好以后随时出示，拿到营业员电脑上登记。', makeKey: '建钥匙', showKey: '出示钥匙', myPassword: '您的密码',
  delegation: '审批委托', delegationHint: '休假时请另一位班长代批，几天后自动结束；双方自己的单都不能批。', delegateTo: '代批人工号', delegateUntil: '到哪天', delegateReason: '事由', delegate: '委托', untilPast: '这天已经过去，选今天或以后', endDelegation: '结束', noDelegations: '没有委托', delegatedLine: (from: string, to: string, until: string) => `${from} 委托 ${to} 代批到 ${until}`,
  hall: '营业厅', hallCode: '厅编码', region: '省份', areaCode: '区号', version: '程序版本', mode: '环境', real: '正式', training: '训练',
} as const;
