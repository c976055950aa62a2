export const carriedText = {
  showRequest: '带去班长电脑审批', showRequestHint: '请班长在自己的电脑上：审批 → 读报批码，对着屏幕扫；或存成文件用 U 盘带过去（文件里带证照影像）。', showToken: '审批码已签好', showTokenHint: '请营业员在受理单里按「导入审批码」扫这里；或存成文件带回去。一份只能用一次。',
  showSigner: '班长签名钥匙', showSignerHint: '请厅管理员在营业员电脑上：设置 → 班长签名钥匙 → 登记，对着屏幕扫；或存成文件带过去。',
  part: (at: number, of: number) => `第 ${at} / ${of} 张`, turning: '自动翻张，每张停 2 秒', saveFile: '存成文件', saved: (name: string) => `已存为 ${name}`, done: '完成',
  readRequest: '读报批码', readToken: '导入审批码', readSigner: '登记班长签名钥匙', readHint: '用扫码枪扫，或粘贴文字；也可以选文件，或打开摄像头对着码。', text: '码的内容',
  chooseFile: '选文件', camera: '打开摄像头', closeCamera: '关摄像头', read: '读入', nothingYet: '还没有内容：扫码、粘贴、选文件或打开摄像头，读到才能读入', tooShort: '内容太短，不是完整的码，再扫一次', missing: (numbers: readonly number[], of: number) => `已读 ${of - numbers.length} / ${of} 张，还差第 ${numbers.join('、')} 张`, mixed: '扫到了两份不同的码，清掉重来', clear: '清掉', 
  cameras: { opening: '正在打开摄像头', denied: '没有摄像头权限', none: '没找到摄像头', busy: '摄像头被别的程序占用', 'no-picture': '摄像头没有画面', live: '对准屏幕上的码' },
  signTitle: '签审批码', signHint: (what: string) => `${what}。用您自己的密码打开签名钥匙，签出的审批码只对这份内容有效一次。`, password: '您的密码', sign: '签名，出审批码',
} as const;
