import type { FailureCode } from '#contract/failures.ts';
import { fact, saved, type Say, say } from './failure-words.ts';

/** The door, staff, set-up, devices. */
export const hallFailures = {
  internal: say('程序出错了，这一步没办成', '再试一次；还不行，把编号念给技术支持。'),
  'bad-request': say('这一步的内容不合规矩，没有办', '核对填的内容再试；还不行，找技术支持。'),
  'forbidden-sender': say('请求来路不对，已挡下', '关掉程序重开。'),
  'not-signed-in': say('还没登录', '登录后接着办。'),
  'session-locked': say('已锁屏', '输密码解锁，填的都还在。'),
  'not-allowed': (facts) => ({ title: '你的岗位不能办这一步', safe: '什么都没改。', next: fact(facts, 'role', '请', '来办。') || '请有权限的同事来办。' }),
  'not-set-up': say('这台电脑还没设好', '请厅管理员先做首次设置。', '没有动任何数据。'),
  'read-only': say('稽核只能看，不能改', '要改请找营业员。', '什么都没改。'),
  'wrong-sign-in': (facts) => ({ title: '工号或密码不对', safe: fact(facts, 'triesLeft', '还可试 ', ' 次。'), next: '忘了密码，找厅管理员重设。' }),
  'sign-in-blocked': (facts) => ({ title: '试错太多，暂时不能登录', safe: saved, next: fact(facts, 'minutes', '等 ', ' 分钟再试，') + '或找厅管理员重设密码。' }),
  'staff-inactive': say('这个工号已停用', '找厅管理员启用。'),
  'password-weak': (facts) => ({ title: '密码太简单', safe: '没有改。', next: `至少 ${facts['minimum'] ?? 10} 位，别用工号、姓名和常见密码。` }),
  'staff-number-taken': say('这个工号已经有人用', '换一个工号。', '没有新增。'),
  'staff-unknown': say('没有这个工号', '核对工号。', '没有改。'),
  'second-person-needed': say('这一步要两个人办', '请另一位能办业务的同事用自己的工号和密码确认，不能是您自己。', '什么都没做。'),
  'own-account': say('不能停用自己的工号', '请另一位管理员来办。', '没有改。'),
  'already-set-up': say('这台电脑已经设好', '直接登录。', '原来的数据没动。'),
  'recovery-key-wrong': say('恢复密钥不对', '核对后再输，字母不分大小写。数据没有动，可以再试。', '旧数据还在，没有被覆盖。'),
  'certificate-unreadable': say('读不了这个证书文件', '要 .p12 或 .pfx 文件，重新选一个。', '原来的证书没动。'),
  'certificate-password-wrong': say('证书密码不对', '核对密码再导入。', '原来的证书没动。'),
  'certificate-expired': say('印章证书已过期', '请厅管理员导入新证书，之后才能签章。'),
  'certificate-missing': say('还没有印章证书', '请厅管理员在设置里导入证书，之后才能签章。'),
  'printer-unreachable': (facts) => ({ title: `连不上打印机${fact(facts, 'printer', ' ')}`, safe: '文件已存好，不用重办。', next: '看看电源、纸和线，或换一台打印机。' }),
  'no-printer': say('还没选打印机', '在设置里选一台，再打。', '文件已存好，不用重办。'),
  'disk-full': (facts) => ({ title: '这一格还没存到硬盘', safe: `${fact(facts, 'freeMb', '硬盘只剩 ', ' MB。')}前面的都在。`, next: '清出空间，程序会自己再存。' }),
} as const satisfies Partial<Record<FailureCode, Say>>;

