import type { FailureCode } from '#contract/failures.ts';
import { fact, type Say, say } from './failure-words.ts';
import { rareCharacters } from './papers.ts';

/** Papers and scanned documents. */
export const paperFailures = {
  'task-not-open': say('这一项还不能开始', '先办前面等着的任务。'),
  'content-changed': say('内容刚改过，和看到的不一样了', '重新生成，核对后再签。', '没有签，原来的都在。'),
  'not-read-out': say('还有告知事项没念', '逐条念给客户听，打勾后再签。', '没有签，原来的都在。'),
  'signature-empty': say('还没签名', '请经办人在签字板上写名字。', '没有签，原来的都在。'),
  'missing-glyph': (facts) => ({
    title: '有字打不出来，文件没生成',
    safe: '没有换成别的字，填的都在。',
    next: `${rareCharacters(String(facts['characters'] ?? '')) || '有的字'}字库里没有。可以改用手写：留空白线，打印后由经办人补上。`,
  }),
  'paper-office-stopped': say('做文件的程序停了', '等几秒再试；还不行，关掉程序重开。'),
  'wording-changed': say('条款已换版，不能再画副本', '要看签字时的条款，打开盖章的原件。', '签过的文件没动。'),
  'paper-not-found': say('没有这份文件', '刷新看看，或重新生成。'),
  'paper-damaged': say('这份文件和存档时不一样', '别用它。找厅管理员核对备份。', '其他文件没有影响。'),
  'caller-unreadable': say('这个主叫号码看不懂', '固话带区号，手机 11 位；不知道号码就选地区。'),
  'list-unreadable': say('名单文件读不出来，表上没有变', '存成 CSV 或 xlsx 再导入。'),
  'list-too-long': (facts) => ({ title: `名单太长${fact(facts, 'most', '，超过 ', ' 条')}，一条也没有导入`, safe: '表上没有变。', next: '把名单分开，或改用号段、区号。' }),
  'list-none': say('文件里没有读到号码，表上没有变', '号码放在第一列，或给那一列加标题“号码”。'),
  'not-activated-yet': say('号码还没有开通，不能记实际拨打', '开通以后再逐条拨打核对。'),
  'test-call-not-found': say('受理单上没有这次试打', '退出本页再进来，看最新的试打清单。'),
  'routing-errors': say('受理单还有错，不能签', '先改好标红的地方。'),
  'approval-needed': say('靓号要先审批', '报给班长，批了再签。'),
  'file-too-large': (facts) => ({ title: '文件太大', safe: '没有存这张。', next: `最大 ${facts['maxMb'] ?? 30} MB，用高拍仪重拍一张。` }),
  'file-not-an-image': say('这不是图片', '要 JPG 或 PNG，重新选。', '没有存这个文件。'),
  'image-damaged': say('图片坏了，打不开', '重拍一张。', '没有存这张。'),
  'document-not-found': say('没有这张证照', '刷新看看，或重拍。'),
  'too-many-documents': say('证照张数到上限了', '先删掉没用的。', '没有存这张。'),
  'document-unreadable': say('这张证照解不开', '重拍一张，并告诉厅管理员。', '其他证照没有影响。'),
  'export-cancelled': say('没有导出', '要导出再点一次。', '什么都没变。'),
} as const satisfies Partial<Record<FailureCode, Say>>;
