export const signInText = {
  title: '登录', staffNo: '工号', password: '密码', submit: '登录', capsLock: '大写锁定开着', locked: '已锁屏', lockedNote: '填的都还在，解锁后接着办。', unlock: '解锁', otherPerson: '换人登录',
  demo: '训练用工号', demoNote: '只在训练环境有。点一下就填好。', nextField: '下一格', offlineTitle: '断网登录', offline: '工号和密码存在本机，断网也能登录和办理。', data: '数据',
  dataEncrypted: '已加密', keyStore: '密钥库', keySystem: '系统密钥库', keyBasic: '没有系统密钥库', line: '线路', mode: '环境', real: '正式', training: '训练，和正式数据分开', help: '忘了密码，找厅管理员重设。',
} as const;

export const setUpText = {
  title: '首次设置', note: '只做一次。员工和证书以后能在「设置」里改，其他不能。', hall: '营业厅', hallCode: '厅编码', hallName: '厅名称', areaCode: '区号', region: '省份', carrier: '运营商接口', carrierUrl: '地址', deviceToken: '本机令牌',
  certificate: '印章证书', certificateFile: '证书文件（.p12 或 .pfx，可以以后导入，导入前不能盖章）', certificateChoose: '选证书文件', certificatePassword: '证书密码',
  admin: '厅管理员', adminNo: '工号', adminName: '姓名', adminPassword: '密码', adminAgain: '再输一遍', submit: '建好这台电脑', differs: '两遍不一样', required: '还没填', urlShape: '要 https:// 开头的地址', areaShape: '区号如 010、0755',
  passwordHint: '至少 10 位', foot: '建好后会给一串恢复密钥，请准备好纸笔。',
  keyTitle: '记下恢复密钥', keyNote: '电脑坏了、换了系统用户，要靠它打开本机数据。只显示这一次，谁也查不到第二遍；没点继续就重启，会换一串，以最后一次为准。', keyWhere: '抄在纸上，封好交厅管理员保管，别拍照、别存电脑里。', keyTick: '我已抄好并核对过', keyDone: '记好了，继续', keyCopy: '复制', keyCopied: '已复制',
  recoverTitle: '要恢复密钥才能打开', recoverNote: '这台电脑的钥匙和数据对不上，可能换了系统用户或重装过。原来的数据还在，没有动。', recoverKey: '恢复密钥', recoverDo: '用恢复密钥打开',
} as const;
